package org.quanhe.crm.search.bench;

import java.util.List;
import java.util.stream.Stream;

/** All kinds of questions: the rows of what must be found, each by its sub-kinds. */
final class Kinds {
    private Kinds() {}

    static List<Kind> all() {
        return Stream.of(
                        VietnameseKinds.all(),
                        TypingKinds.all(),
                        PhoneKinds.all(),
                        MailKinds.all(),
                        ChineseKinds.all(),
                        PinyinKinds.all(),
                        SinoVietnameseKinds.all(),
                        CompanyKinds.all(),
                        SlipKinds.all(),
                        TextKinds.all())
                .flatMap(List::stream)
                .toList();
    }
}
