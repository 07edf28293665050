package org.quanhe.crm.pipeline.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.quanhe.crm.pipeline.PipelineView;
import org.quanhe.crm.pipeline.Stage;
import org.quanhe.crm.pipeline.entity.Opportunity;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.records.RecordTypeView;
import org.quanhe.crm.records.control.FreshNames;
import org.quanhe.crm.records.spi.FieldUser;

/** Fields that stages demand: they follow new names, and whoever removes one is told. */
@ApplicationScoped
public class PipelineFields implements FieldUser {
    @Inject
    private Ways ways;

    @Inject
    private PipelineBook book;

    @Override
    public List<Touched> touched(List<Renaming> renamings, Function<String, Optional<RecordTypeView>> after) {
        List<Touched> touched = new ArrayList<>();
        Optional<RecordTypeView> type = after.apply(Opportunity.TYPE);
        FreshNames names = new FreshNames(renamings);
        for (PipelineView pipeline : ways.all()) {
            for (Stage stage : pipeline.stages()) {
                for (String field : stage.required()) {
                    String name = names.of(Opportunity.TYPE, field);
                    boolean there = type.flatMap(known -> known.find(name)).isPresent();
                    if (!there || !name.equals(field)) {
                        touched.add(new Touched(
                                Opportunity.TYPE,
                                LocalizedMessage.of(
                                        there ? "pipeline.touched.follows" : "pipeline.touched.goes",
                                        stage.name(),
                                        field)));
                    }
                }
            }
        }
        return touched;
    }

    @Override
    public void follow(List<Renaming> renamings) {
        FreshNames names = new FreshNames(renamings);
        book.rename(field -> names.of(Opportunity.TYPE, field));
    }
}
