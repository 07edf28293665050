package org.quanhe.crm.dataquality.control.columns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.quanhe.crm.dataquality.control.table.TableRow;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.RecordRef;

class RowInterpreterTest {
    private final Warnings warnings = new Warnings();

    @Test
    void anUnknownOwnerWarnsAndIsKeptAsText() {
        InterpretedRow row = read(List.of("name", "owner"), "An", "182");
        assertThat(row.values()).containsExactlyInAnyOrderEntriesOf(Map.of("name", "An", "importedOwner", "182"));
        assertThat(row.problems()).isEmpty();
        assertThat(warnings.counted().keySet())
                .extracting(LocalizedMessage::key)
                .containsExactly("dataquality.warning.unknownOwner");
    }

    @Test
    void aKnownOwnerIsTaken() {
        assertThat(read(List.of("name", "owner"), "An", "lan").values())
                .containsEntry("owner", new RecordRef("users", 7));
    }

    @Test
    void aCompanyStaysTextOnThePerson() {
        assertThat(read(List.of("name", "company"), "An", "Hoà Bình Ltd").values())
                .isEqualTo(Map.of("name", "An", "company", "Hoà Bình Ltd"));
    }

    @Test
    void aTableOfCompaniesGivesOrganisations() {
        assertThat(read(List.of("company", "phone"), "Hoà Bình Ltd", "028 3822 1234")
                        .values())
                .isEqualTo(Map.of("name", "Hoà Bình Ltd", "kind", "organisation", "phone", "028 3822 1234"));
    }

    @Test
    void aRowWithoutNameIsRefusedAndNamesTheColumn() {
        assertThat(read(List.of("name", "phone"), "", "0912345678").problems())
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.key()).isEqualTo("dataquality.row.titleMissing");
                    assertThat(problem.args()).contains("name");
                });
    }

    @Test
    void moreCellsThanColumnsAreRefused() {
        assertThat(read(List.of("name", "notes"), "An", "call", "her").problems())
                .extracting(LocalizedMessage::key)
                .containsExactly("dataquality.row.tooManyCells");
    }

    @Test
    void severalPhonesBecomeAListWithOnePrimary() {
        Object phones = read(List.of("name", "phone", "mobile"), "An", "028 3822 1234", "0912 345 678; 0903 111 222")
                .values()
                .get("phones");
        assertThat(phones)
                .isEqualTo(List.of(
                        Map.of("type", "mobile", "value", "028 3822 1234", "primary", true),
                        Map.of("type", "mobile", "value", "0912 345 678", "primary", false),
                        Map.of("type", "mobile", "value", "0903 111 222", "primary", false)));
    }

    @Test
    void tagsAreSplitAtBlanksOrCommas() {
        assertThat(read(List.of("name", "tags"), "An", "newsletter distributor").values())
                .containsEntry("tags", List.of("newsletter", "distributor"));
        assertThat(read(List.of("name", "tags"), "An", "khách lớn; 重要客户").values())
                .containsEntry("tags", List.of("khách lớn", "重要客户"));
    }

    @Test
    void datesOfThreeCountriesAreRead() {
        for (String date : List.of("2024-03-31", "2024/3/31", "2024年3月31日", "31/03/2024", "3/31/2024", "31.3.2024")) {
            assertThat(read(List.of("name", "birthday"), "An", date).values()).containsEntry("birthday", "2024-03-31");
        }
        assertThat(read(List.of("name", "birthday"), "An", "31/02/2024").values())
                .containsEntry("birthday", "31/02/2024");
    }

    @Test
    void namePartsAreJoinedAsTheNameIsWritten() {
        List<String> headers = List.of("Last name", "First name");
        assertThat(read(headers, "Nguyễn", "An").values()).containsEntry("name", "Nguyễn An");
        assertThat(read(headers, "王", "小明").values()).containsEntry("name", "王小明");
        assertThat(read(headers, "Smith", "Anna").values()).containsEntry("name", "Anna Smith");
    }

    @Test
    void kindsAreReadInAllLanguages() {
        assertThat(read(List.of("name", "客户类型"), "An", "公司").values()).containsEntry("kind", "organisation");
        assertThat(read(List.of("name", "loại"), "An", "VIP").values()).doesNotContainKey("kind");
        assertThat(warnings.counted()).hasSize(1);
    }

    @Test
    void aMappingWithoutNameIsRefused() {
        assertThatThrownBy(() -> new ColumnMapping(CustomerFields.type(), List.of("a", "b"), Map.of("a", "phone")))
                .isInstanceOfSatisfying(
                        CrmException.class,
                        refused -> assertThat(refused.text().key()).isEqualTo("dataquality.error.noTitleColumn"));
    }

    @Test
    void unknownColumnsAndFieldsOfAMappingAreRefused() {
        List<String> headers = List.of("a", "b");
        assertThatThrownBy(() -> new ColumnMapping(CustomerFields.type(), headers, Map.of("c", "name")))
                .isInstanceOf(CrmException.class);
        assertThatThrownBy(() -> new ColumnMapping(CustomerFields.type(), headers, Map.of("a", "nosuch")))
                .isInstanceOf(CrmException.class);
        assertThatThrownBy(() -> new ColumnMapping(CustomerFields.type(), headers, Map.of("a", "createdAt")))
                .isInstanceOf(CrmException.class);
        assertThatThrownBy(() -> new ColumnMapping(CustomerFields.type(), headers, Map.of("a", "name", "b", "name")))
                .isInstanceOf(CrmException.class);
    }

    private InterpretedRow read(List<String> headers, String... cells) {
        Map<String, String> mapping = new HashMap<>(new ColumnProposal(CustomerFields.type()).of(headers));
        RowInterpreter interpreter = new RowInterpreter(
                CustomerFields.type(),
                new ColumnMapping(CustomerFields.type(), headers, mapping),
                (type, text) -> text.equals("lan") ? Optional.of(new RecordRef(type, 7)) : Optional.empty());
        return interpreter.interpret(new TableRow(2, Arrays.asList(cells)), warnings);
    }
}
