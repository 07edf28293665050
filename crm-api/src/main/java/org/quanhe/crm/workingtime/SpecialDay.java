package org.quanhe.crm.workingtime;

import java.time.DayOfWeek;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A day that is not as its weekday says.
 *
 * @param name why, {@code Tết Nguyên Đán}
 * @param worksLike the weekday whose hours are worked on it, as on make-up working days (调休); null for a holiday
 */
public record SpecialDay(
        LocalDate date, String name, @Nullable DayOfWeek worksLike) {}
