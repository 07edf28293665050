package org.quanhe.crm.lifecycle.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import org.quanhe.crm.records.control.RecordTypeDescriptor;
import org.quanhe.crm.records.control.RecordTypes;
import org.quanhe.crm.records.control.RecordViews;
import org.quanhe.crm.records.entity.RecordEntity;
import org.quanhe.crm.records.entity.StagedRecord;
import org.quanhe.crm.records.spi.FollowingValues;

/** With every write a record is held against the ideal customer first, then it goes as far as conditions say. */
@ApplicationScoped
public class StageFollower implements FollowingValues {
    @Inject
    private RecordTypes types;

    @Inject
    private FitJudge judge;

    @Inject
    private StageWalk walk;

    @Override
    public boolean follow(String typeName, RecordEntity record) {
        if (!(record instanceof StagedRecord staged) || record.deleted()) {
            return false;
        }
        RecordTypeDescriptor type = types.named(typeName);
        Map<String, Object> values = RecordViews.values(type, record);
        boolean judged = judge.judge(type, staged, values);
        return walk.follow(type, staged, values) || judged;
    }
}
