package org.quanhe.crm.pipeline.ui;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.quanhe.crm.pipeline.Narrowing;
import org.quanhe.crm.pipeline.Period;
import org.quanhe.crm.pipeline.PipelineView;
import org.quanhe.crm.pipeline.Pipelines;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.records.ListQuery;
import org.quanhe.crm.records.Records;
import org.quanhe.crm.shell.ui.Links;
import org.quanhe.crm.shell.ui.Viewer;

/** What the pages of opportunities have in common: the switch between them, and whose of which pipeline they show. */
@Named("pipelineViews")
@RequestScoped
public class Views {
    private static final List<String> PAGES = List.of("board", "list", "funnel", "outcomes", "forecast");
    private static final int LONGEST_TOLD = 60;
    private static final List<String> KEPT = List.of("pipeline", "owner", "team");

    @Inject
    private HttpServletRequest request;

    @Inject
    private Pipelines pipelines;

    @Inject
    private Records records;

    @Inject
    private Viewer viewer;

    /** One of several, and where it leads or what it stands for. */
    public record Choice(String value, String label, boolean chosen) {}

    /** The pages; the one that is shown is chosen. */
    public List<Choice> getPages() {
        String kept = KEPT.stream()
                .filter(name -> !text(name).isEmpty())
                .map(name -> name + "=" + Links.encode(text(name)))
                .collect(Collectors.joining("&"));
        List<Choice> pages = new ArrayList<>();
        for (String page : PAGES) {
            boolean here = request.getServletPath().equals("/" + page + ".xhtml");
            String href = page.equals("list")
                    ? Links.list("opportunities")
                    : page + ".xhtml" + (kept.isEmpty() ? "" : "?" + kept);
            pages.add(new Choice(href, viewer.text("ui.pipe.view." + page), here));
        }
        return pages;
    }

    /** A parameter of the address, empty if it is not there. */
    String text(String name) {
        return Objects.requireNonNullElse(request.getParameter(name), "");
    }

    /** The pipeline that is asked for; the first where there is none of that code any more. */
    public String getPipeline() {
        return all().stream()
                .map(PipelineView::code)
                .filter(code -> code.equals(text("pipeline")))
                .findFirst()
                .orElse("");
    }

    private List<PipelineView> all() {
        return pipelines.all();
    }

    public List<Choice> getPipelines() {
        List<PipelineView> all = all();
        String chosen =
                text("pipeline").isEmpty() && !all.isEmpty() ? all.get(0).code() : text("pipeline");
        return all.stream()
                .map(one -> new Choice(
                        one.code(), viewer.texts().text(one.name()), one.code().equals(chosen)))
                .toList();
    }

    Narrowing whose() {
        return new Narrowing(number("owner"), number("team"));
    }

    private Optional<Long> number(String name) {
        String text = text(name).equals("me") ? Long.toString(viewer.id()) : text(name);
        return text.matches("\\d{1,18}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
    }

    /** Colleagues, oneself first. */
    public List<Choice> getOwners() {
        List<Choice> owners = new ArrayList<>();
        owners.add(
                new Choice("", viewer.text("ui.pipe.everybody"), text("owner").isEmpty()));
        owners.add(new Choice("me", viewer.text("ui.pipe.mine"), text("owner").equals("me")));
        named("users").forEach((id, name) -> owners.add(new Choice(id, name, id.equals(text("owner")))));
        return owners;
    }

    public List<Choice> getTeams() {
        List<Choice> teams = new ArrayList<>();
        teams.add(new Choice("", viewer.text("ui.pipe.allTeams"), text("team").isEmpty()));
        named("teams").forEach((id, name) -> teams.add(new Choice(id, name, id.equals(text("team")))));
        return teams;
    }

    private Map<String, String> named(String type) {
        Map<String, String> names = new LinkedHashMap<>();
        try {
            records.list(ListQuery.of(type).limitedTo(ListQuery.MAX_LIMIT))
                    .items()
                    .forEach(one -> names.put(Long.toString(one.ref().id()), one.title()));
        } catch (CrmException hidden) {
            // who may not see them is not offered them
            names.clear();
        }
        return names;
    }

    /** A period; where the address asks for an impossible one, what is wrong with that and which is shown instead. */
    record Asked(Period period, String problem) {}

    /** The period between the days of these parameters. */
    Asked period(String from, String to, Period otherwise) {
        try {
            return new Asked(new Period(day(from, otherwise.from()), day(to, otherwise.to())), "");
        } catch (CrmException refused) {
            return new Asked(
                    otherwise,
                    viewer.text(
                            "ui.pipe.instead",
                            viewer.texts().text(refused.violations().get(0).message()),
                            viewer.told().date(otherwise.from()),
                            viewer.told().date(otherwise.to())));
        }
    }

    private LocalDate day(String name, LocalDate otherwise) {
        String text = text(name).strip();
        try {
            return text.isEmpty() ? otherwise : LocalDate.parse(text);
        } catch (DateTimeException noDay) {
            String told = text.length() > LONGEST_TOLD ? text.substring(0, LONGEST_TOLD) + "…" : text;
            throw CrmException.invalidField(name, LocalizedMessage.of("records.error.noDate", told));
        }
    }
}
