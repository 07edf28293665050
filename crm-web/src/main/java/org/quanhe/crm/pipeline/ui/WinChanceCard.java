package org.quanhe.crm.pipeline.ui;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.pipeline.WinChance;
import org.quanhe.crm.pipeline.WinChances;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.records.RecordView;
import org.quanhe.crm.records.ui.RecordPage;
import org.quanhe.crm.shell.ui.Links;
import org.quanhe.crm.shell.ui.Refusals;
import org.quanhe.crm.shell.ui.Viewer;

/**
 * How likely the opportunity of the page is to be won, and why; of a lead, the opportunity that it became, or what is
 * counted of leads like it.
 */
@Named
@RequestScoped
public class WinChanceCard {
    private static final int SHOWN = 3;
    private static final double LEAST = 0.05;
    private static final int WIDEST = 100;

    @Inject
    private RecordPage page;

    @Inject
    private WinChances chances;

    @Inject
    private Viewer viewer;

    private @Nullable WinChance chance;
    private @Nullable RecordRef deal;
    private boolean counted;

    @PostConstruct
    void open() {
        RecordView record = page.getRecord();
        if (page.getTypeName().equals("opportunities")) {
            deal = record.ref();
        } else if (record.value("opportunity") instanceof RecordRef became) {
            deal = became;
        }
        RecordRef asked = deal == null ? record.ref() : deal;
        // what is closed is not foretold
        counted = deal == null && !"converted".equals(record.value("status"));
        if (deal != null || counted) {
            try {
                chance = chances.of(asked);
            } catch (RuntimeException failed) {
                // who may not read it is not told of it
                Refusals.of(failed).orElseThrow(() -> failed);
            }
        }
    }

    public boolean isShown() {
        return chance != null && (counted || chance.percent() != null);
    }

    /** Counted of leads, not of the opportunities that the page of the model is about. */
    public boolean isCounted() {
        return counted;
    }

    /** Reasons go on from a start: a model's, or the share of all leads. */
    public boolean isReasoned() {
        return isByModel() || !chance().lines().isEmpty();
    }

    public String getStartLabel() {
        return viewer.text(counted ? "ui.chance.start.leads" : "ui.chance.start");
    }

    private WinChance chance() {
        return Objects.requireNonNull(chance);
    }

    private int percent() {
        Integer percent = chance().percent();
        return percent == null ? 0 : percent;
    }

    public String getPercent() {
        return chance().percent() == null
                ? viewer.text("ui.chance.unknown")
                : viewer.told().percent(percent());
    }

    public boolean isKnown() {
        return chance().percent() != null;
    }

    public int getWidth() {
        return percent();
    }

    public String getTitle() {
        return chance().percent() == null
                ? viewer.text("ui.chance.missing")
                : viewer.text("ui.chance.because", percent());
    }

    public String getWhy() {
        return viewer.texts().text(chance().why());
    }

    public boolean isByModel() {
        return chance().byModel();
    }

    /** The opportunity's page, on the page of its lead. */
    public String getHref() {
        RecordRef of = deal;
        return of == null || page.getTypeName().equals("opportunities") ? "" : Links.record(of.type(), of.id());
    }

    /** The strongest reasons. */
    public List<Row> getFirst() {
        List<Row> rows = getRows();
        return rows.subList(0, Math.min(SHOWN, rows.size()));
    }

    /** All reasons that make a difference of a tenth of a point. */
    public List<Row> getRows() {
        List<Row> rows = new ArrayList<>();
        chance().lines().stream()
                .filter(line -> Math.abs(line.points()) >= LEAST)
                .forEach(line -> rows.add(new Row(
                        viewer.texts().text(line.label()),
                        viewer.texts().text(line.value()),
                        signed(line.points()),
                        viewer.told().number(rounded(line.odds(), 2)),
                        line.points() < 0,
                        (int) Math.min(WIDEST, Math.round(Math.abs(line.points()))))));
        return rows;
    }

    public String getStart() {
        return viewer.told().percent(rounded(chance().start(), 1));
    }

    private String signed(double points) {
        return (points < 0 ? "−" : "+") + viewer.told().number(rounded(Math.abs(points), 1));
    }

    private static BigDecimal rounded(double number, int digits) {
        return BigDecimal.valueOf(number).setScale(digits, RoundingMode.HALF_UP);
    }

    /** A reason. */
    public record Row(String label, String value, String points, String odds, boolean less, int width) {}
}
