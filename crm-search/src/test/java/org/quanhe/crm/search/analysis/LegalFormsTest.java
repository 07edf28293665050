package org.quanhe.crm.search.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LegalFormsTest {
    @ParameterizedTest
    @CsvSource({
        "Công ty TNHH Tân Á, Tân Á",
        "Cong ty co phan Nam Viet, Nam Viet",
        "'Tân Á Co., Ltd', Tân Á",
        "Acme Inc., Acme",
        "công ty tnhh, công ty tnhh",
        "Nguyễn Thành Công, Nguyễn Thành Công",
        "Phan Văn Cơ, Phan Văn Cơ",
        "Trường Sa, Trường Sa",
        "'Joint Stock Company Minh Long', Minh Long"
    })
    void leavesTheName(String company, String name) {
        List<Word> words = Words.of(company);
        List<Boolean> forms = LegalForms.among(words);
        List<String> left = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            if (!forms.get(i)) {
                left.add(words.get(i).folded());
            }
        }
        assertThat(left).isEqualTo(Words.of(name).stream().map(Word::folded).toList());
    }

    @ParameterizedTest
    @CsvSource({"上海龙兴星信息技术集团有限公司, 上海龙兴星信息技术", "北京瑞智股份有限公司, 北京瑞智", "公司, 公司", "有限公司, 有限公司", "张伟, 张伟", "大公司, 大公司"})
    void cutsTheEndOfNamesInCharacters(String run, String name) {
        assertThat(LegalForms.without(run)).isEqualTo(name);
    }
}
