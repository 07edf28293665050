package org.quanhe.crm.pipeline.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Objects;
import java.util.Optional;
import org.quanhe.crm.pipeline.Narrowing;
import org.quanhe.crm.pipeline.Period;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.TimeSource;
import org.quanhe.crm.platform.rest.QueryText;
import org.quanhe.crm.workingtime.WorkingTime;

/** What the parameters of a call ask for; INVALID, naming the parameter, for what cannot be read. */
@RequestScoped
public class Asked {
    private static final int DAYS = 90;

    @Inject
    private HttpServletRequest request;

    @Inject
    private WorkingTime workingTime;

    @Inject
    private TimeSource time;

    /** A parameter, empty if it is not there. */
    String text(String name) {
        return Objects.requireNonNullElse(request.getParameter(name), "").strip();
    }

    boolean yes(String name) {
        return text(name).equals("true");
    }

    Narrowing whose() {
        return new Narrowing(number("owner"), number("team"));
    }

    private Optional<Long> number(String name) {
        String text = text(name);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (!text.matches("\\d{1,18}")) {
            throw CrmException.invalidField(name, LocalizedMessage.of("pipeline.error.number", QueryText.cut(text)));
        }
        return Optional.of(Long.valueOf(text));
    }

    int count(String name, int otherwise) {
        String text = text(name);
        if (text.isEmpty()) {
            return otherwise;
        }
        if (!text.matches("\\d{1,6}")) {
            throw CrmException.invalidField(name, LocalizedMessage.of("pipeline.error.number", QueryText.cut(text)));
        }
        return Integer.parseInt(text);
    }

    /** The period from {@code from} to {@code to}; the last 90 days where nothing is said. */
    Period period() {
        LocalDate to = day("to", today());
        return new Period(day("from", to.minusDays(DAYS - 1L)), to);
    }

    /** The period to compare with: {@code before=true} for the one right before, or two days; none otherwise. */
    Optional<Period> compared(Period period) {
        if (yes("before")) {
            return Optional.of(period.before());
        }
        if (text("compareFrom").isEmpty() && text("compareTo").isEmpty()) {
            return Optional.empty();
        }
        Period before = period.before();
        return Optional.of(new Period(day("compareFrom", before.from()), day("compareTo", before.to())));
    }

    YearMonth month(String name) {
        String text = text(name);
        try {
            return text.isEmpty() ? YearMonth.from(today()) : YearMonth.parse(text);
        } catch (DateTimeException noMonth) {
            throw CrmException.invalidField(name, LocalizedMessage.of("pipeline.error.month", QueryText.cut(text)));
        }
    }

    <E extends Enum<E>> E oneOf(String name, Class<E> codes, E otherwise) {
        String text = text(name);
        if (text.isEmpty()) {
            return otherwise;
        }
        return QueryText.oneOf(name, text, codes);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(time.now(), workingTime.hours().zone());
    }

    private LocalDate day(String name, LocalDate otherwise) {
        return QueryText.day(name, text(name), otherwise);
    }
}
