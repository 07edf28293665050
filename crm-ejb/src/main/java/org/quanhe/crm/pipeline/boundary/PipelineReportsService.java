package org.quanhe.crm.pipeline.boundary;

import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.quanhe.crm.pipeline.Board;
import org.quanhe.crm.pipeline.Forecast;
import org.quanhe.crm.pipeline.Funnel;
import org.quanhe.crm.pipeline.Narrowing;
import org.quanhe.crm.pipeline.Outcomes;
import org.quanhe.crm.pipeline.Period;
import org.quanhe.crm.pipeline.PipelineReports;
import org.quanhe.crm.pipeline.control.BoardReader;
import org.quanhe.crm.pipeline.control.ForecastReader;
import org.quanhe.crm.pipeline.control.FunnelReader;
import org.quanhe.crm.pipeline.control.OutcomeReader;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.records.RecordView;

/** The façade of the pictures of pipelines. */
@Stateless
@Local(PipelineReports.class)
public class PipelineReportsService implements PipelineReports {
    @Inject
    private BoardReader boards;

    @Inject
    private FunnelReader funnels;

    @Inject
    private OutcomeReader outcomes;

    @Inject
    private ForecastReader forecasts;

    @Override
    public Board board(Board.Question question) {
        if (question.cards() < 0 || question.cards() > Board.Question.MOST_CARDS) {
            throw CrmException.invalidField(
                    "cards", LocalizedMessage.of("records.error.limit", Board.Question.MOST_CARDS));
        }
        return boards.read(question);
    }

    @Override
    public Funnel funnel(Funnel.Question question) {
        return funnels.read(question);
    }

    @Override
    public List<RecordView> behind(Funnel.Question question, String stage, Funnel.Part part, int from, int limit) {
        return funnels.behind(question, stage, part, from, limit);
    }

    @Override
    public Outcomes outcomes(String pipeline, Narrowing whose, Period period) {
        return outcomes.read(pipeline, whose, period);
    }

    @Override
    public Forecast forecast(Forecast.Question question) {
        return forecasts.read(question);
    }
}
