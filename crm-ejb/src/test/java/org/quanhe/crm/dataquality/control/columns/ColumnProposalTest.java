package org.quanhe.crm.dataquality.control.columns;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ColumnProposalTest {
    private final ColumnProposal proposal = new ColumnProposal(CustomerFields.type());

    @Test
    void englishHeadersFindTheirFields() {
        assertThat(proposal.of(List.of(
                        "id", "name", "company", "phone", "email", "address", "city", "notes", "tags", "stage",
                        "owner")))
                .containsExactly(
                        Map.entry("id", "externalId"),
                        Map.entry("name", "name"),
                        Map.entry("company", "company"),
                        Map.entry("phone", "phone"),
                        Map.entry("email", "email"),
                        Map.entry("address", "address"),
                        Map.entry("city", "city"),
                        Map.entry("notes", "notes"),
                        Map.entry("tags", "tags"),
                        Map.entry("stage", ""),
                        Map.entry("owner", "owner"));
    }

    @Test
    void vietnameseHeadersFindTheirFields() {
        assertThat(proposal.of(List.of(
                                "Mã KH",
                                "Họ và tên",
                                "Công ty",
                                "SĐT",
                                "E-mail",
                                "Địa chỉ",
                                "Tỉnh/Thành phố",
                                "Ghi chú",
                                "Nhãn",
                                "Người phụ trách",
                                "Nguồn",
                                "Chức vụ",
                                "Ngày sinh"))
                        .values())
                .containsExactly(
                        "externalId",
                        "name",
                        "company",
                        "phone",
                        "email",
                        "address",
                        "city",
                        "notes",
                        "tags",
                        "owner",
                        "source",
                        "jobTitle",
                        "birthday");
    }

    @Test
    void chineseHeadersOfBothScriptsFindTheirFields() {
        assertThat(proposal.of(List.of("客户编号", "客户名称", "公司名称", "手机", "邮箱", "地址", "城市", "备注", "标签", "负责人", "来源"))
                        .values())
                .containsExactly(
                        "externalId",
                        "name",
                        "company",
                        "phones.mobile",
                        "email",
                        "address",
                        "city",
                        "notes",
                        "tags",
                        "owner",
                        "source");
        assertThat(proposal.of(List.of("編號", "姓名", "公司名稱", "聯絡電話", "電子郵件", "地址", "縣市", "備註", "標籤", "負責人"))
                        .values())
                .containsExactly(
                        "externalId", "name", "company", "phone", "email", "address", "city", "notes", "tags", "owner");
    }

    @Test
    void furtherPhonesGoIntoTheListOfPhones() {
        assertThat(proposal.of(List.of("Name", "Phone 1", "Phone 2", "Mobile (private)"))
                        .values())
                .containsExactly("name", "phone", "phones.mobile", "phones.work");
    }

    @Test
    void namesInPartsAreRecognised() {
        assertThat(proposal.of(List.of("First Name", "Last Name")).values())
                .containsExactly("name.given", "name.family");
    }

    @Test
    void aFieldIsProposedOnce() {
        assertThat(proposal.of(List.of("Name", "Full name")).values()).containsExactly("name", "");
    }
}
