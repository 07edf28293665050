package org.quanhe.crm.scoring.boundary;

import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.identity.Role;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.records.spi.Access;
import org.quanhe.crm.scoring.ScoreModelView;
import org.quanhe.crm.scoring.ScoreModels;
import org.quanhe.crm.scoring.ScoreSuggestions;
import org.quanhe.crm.scoring.ScoreTrial;
import org.quanhe.crm.scoring.control.ModelBook;
import org.quanhe.crm.scoring.control.Trials;
import org.quanhe.crm.scoring.control.suggest.Suggestions;

/** The façade of the model of scores. */
@Stateless
@Local(ScoreModels.class)
public class ScoreModelsService implements ScoreModels {
    private static final Set<Role> EITHER = EnumSet.of(Role.ADMINISTRATOR, Role.MANAGER);

    @Inject
    private ModelBook book;

    @Inject
    private Trials trials;

    @Inject
    private Suggestions suggestions;

    @Inject
    private Access access;

    @Override
    public ScoreModelView shown() {
        demandSome(Role.MARKETING, Role.SALES);
        return book.shown();
    }

    @Override
    public ScoreModelView draft(Map<String, ?> document, @Nullable Long version) {
        demandSome(Role.MARKETING, Role.SALES);
        return book.draft(document, version);
    }

    @Override
    public ScoreTrial trial(@Nullable Map<String, ?> document) {
        demandSome(Role.MARKETING, Role.SALES);
        return trials.of(document == null ? book.shown().draft() : document);
    }

    @Override
    public ScoreModelView agree(Side side, long version) {
        demandSome(side == Side.MARKETING ? Role.MARKETING : Role.SALES);
        return book.agree(side, version);
    }

    @Override
    public ScoreSuggestions suggestions() {
        demandSome(Role.MARKETING, Role.SALES);
        return suggestions.of(book.shown().draft());
    }

    @Override
    public ScoreModelView adopt(String key, @Nullable Long version) {
        demandSome(Role.MARKETING, Role.SALES);
        Map<String, Object> draft = book.shown().draft();
        return suggestions
                .with(draft, key)
                .map(changed -> book.draft(changed, version))
                .orElseGet(book::shown);
    }

    private void demandSome(Role... roles) {
        Set<Role> mine = access.caller().roles();
        boolean may = mine.stream().anyMatch(EITHER::contains)
                || Set.of(roles).stream().anyMatch(mine::contains);
        if (!may) {
            throw CrmException.forbidden("scoring.error.side");
        }
    }
}
