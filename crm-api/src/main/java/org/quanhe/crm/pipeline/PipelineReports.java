package org.quanhe.crm.pipeline;

import java.util.List;
import org.quanhe.crm.records.RecordView;

/**
 * Pictures of pipelines. Everything counts what the caller may read, and nothing else; sums are told to who may read
 * amounts.
 *
 * <p>All methods throw {@link org.quanhe.crm.platform.CrmException}: NOT_FOUND for a pipeline that is not there and for
 * who may see no opportunities, FORBIDDEN for who may not read stages.
 */
public interface PipelineReports {
    Board board(Board.Question question);

    Funnel funnel(Funnel.Question question);

    /**
     * The opportunities behind a figure of the funnel, in the order of their numbers.
     *
     * @param stage code
     * @param from how many are left out before
     * @param limit 1 to 200
     */
    List<RecordView> behind(Funnel.Question question, String stage, Funnel.Part part, int from, int limit);

    Outcomes outcomes(String pipeline, Narrowing whose, Period period);

    Forecast forecast(Forecast.Question question);
}
