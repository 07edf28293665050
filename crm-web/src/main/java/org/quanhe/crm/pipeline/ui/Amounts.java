package org.quanhe.crm.pipeline.ui;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.quanhe.crm.platform.Language;
import org.quanhe.crm.platform.Money;
import org.quanhe.crm.shell.ui.Viewer;

/** Tells amounts shortly, 1,86 tỷ ₫ or ¥318.6万, with the whole figure beside it. */
@RequestScoped
public class Amounts {
    private static final BigDecimal TEN = BigDecimal.TEN;

    @Inject
    private Viewer viewer;

    /**
     * Sums of several currencies.
     *
     * @param main the first one, short; a dash where there is none
     * @param others how many more currencies there are, empty for none
     * @param full all of them in full
     */
    public record Sum(String main, String others, String full) {}

    Sum sum(List<Money> sums) {
        if (sums.isEmpty()) {
            return new Sum("–", "", "");
        }
        String others = sums.size() == 1
                ? ""
                : viewer.text("ui.pipe.currencies", viewer.told().number(sums.size() - 1L));
        return new Sum(
                shortly(sums.get(0)),
                others,
                sums.stream().map(viewer.told()::money).collect(Collectors.joining(" + ")));
    }

    String shortly(Money money) {
        BigDecimal amount = money.amount().abs();
        for (String step : viewer.text("ui.money.units").split(";")) {
            String[] parts = step.split("=");
            BigDecimal unit = TEN.pow(Integer.parseInt(parts[0]));
            if (amount.compareTo(unit) >= 0) {
                BigDecimal many = amount.divide(unit, 6, RoundingMode.HALF_UP);
                return signed(money, number(many) + parts[1].replace('_', ' '));
            }
        }
        return viewer.told().money(money);
    }

    private String number(BigDecimal many) {
        NumberFormat format = NumberFormat.getNumberInstance(viewer.getLocale());
        format.setMaximumFractionDigits(many.compareTo(TEN) < 0 ? 2 : 1);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(many);
    }

    private String signed(Money money, String number) {
        String minus = money.amount().signum() < 0 ? "−" : "";
        String sign = money.currency().getSymbol(viewer.getLocale());
        return viewer.language() == Language.VI ? minus + number + " " + sign : minus + sign + number;
    }
}
