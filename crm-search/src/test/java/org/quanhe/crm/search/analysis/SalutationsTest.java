package org.quanhe.crm.search.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SalutationsTest {
    private static Word run(String characters) {
        return Words.of(characters).get(0);
    }

    @ParameterizedTest
    @CsvSource({"王先生, 王", "歐陽小姐, 欧阳", "王总, 王", "王總經理, 王", "王伟老师, 王伟", "李工, 李"})
    void formsOfAddressAreLeftOut(String typed, String name) {
        assertThat(Salutations.named(run(typed)).map(Word::folded)).contains(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"先生", "王", "王伟", "上海建工", "上海某某科技有限公司总经理", "王伟工"})
    void whatIsNoneStays(String typed) {
        assertThat(Salutations.named(run(typed))).isEmpty();
    }

    @Test
    void nicknamesHaveAFamilyNameAndNothingElse() {
        assertThat(Salutations.familiar(run("老王")).map(Word::folded)).contains("王");
        assertThat(Salutations.familiar(run("小欧阳")).map(Word::folded)).contains("欧阳");
        assertThat(Salutations.familiar(run("小王明"))).isEmpty();
        assertThat(Salutations.familiar(run("王小"))).isEmpty();
    }

    @Test
    void accentsTellAFormOfAddressFromAName() {
        List<Word> form = Words.of("chị Lan");
        List<Word> name = Words.of("Chi Lan");
        assertThat(Salutations.surely(form, 0)).isTrue();
        assertThat(Salutations.surely(name, 0)).isFalse();
        assertThat(Salutations.perhaps(name, 0)).isTrue();
        assertThat(Salutations.surely(Words.of("Lan chị"), 1)).isFalse();
        assertThat(Salutations.perhaps(Words.of("anh"), 0))
                .as("nothing follows")
                .isFalse();
    }
}
