package org.quanhe.crm.automation.ui;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Adds, moves and takes away what stands in the lists of a document. A place that is none changes nothing. */
final class StepPlaces {
    private static final Pattern PART = Pattern.compile("(\\w{1,60})(?:\\[(\\d{1,4})])?");
    private static final Pattern LAST = Pattern.compile("(.{1,500})\\[(\\d{1,4})]");

    private final Map<String, Object> document;

    /** Works on these steps themselves. */
    StepPlaces(List<Object> actions) {
        document = new LinkedHashMap<>();
        document.put("actions", actions);
    }

    /**
     * Does what a button says.
     *
     * @param act {@code up:actions[1]}, {@code down:…}, {@code drop:…} or {@code add:actions[0].then}
     * @param fresh what is added
     * @return the place that is looked at next, empty for none
     */
    String act(String act, Map<String, Object> fresh) {
        int colon = act.indexOf(':');
        String verb = colon < 0 ? act : act.substring(0, colon);
        String place = act.substring(colon + 1);
        if (verb.equals("add")) {
            List<Object> list = list(place);
            list.add(fresh);
            return place + "[" + (list.size() - 1) + "]";
        }
        Matcher last = LAST.matcher(place);
        if (!last.matches()) {
            return "";
        }
        String where = last.group(1);
        List<Object> list = list(where);
        int at = Integer.parseInt(last.group(2));
        int to =
                switch (verb) {
                    case "up" -> at - 1;
                    case "down" -> at + 1;
                    default -> at;
                };
        if (at >= list.size() || to < 0 || to >= list.size()) {
            return at < list.size() ? place : "";
        }
        if (verb.equals("drop")) {
            list.remove(at);
            return list.isEmpty() ? "" : where + "[" + Math.min(at, list.size() - 1) + "]";
        }
        Collections.swap(list, at, to);
        return where + "[" + to + "]";
    }

    /** The list there; where there is none yet, an empty one that is put there. */
    @SuppressWarnings("unchecked")
    private List<Object> list(String path) {
        Map<String, Object> here = document;
        for (String part : path.split("\\.")) {
            Matcher name = PART.matcher(part);
            if (!name.matches()) {
                return new ArrayList<>();
            }
            Object child = here.computeIfAbsent(name.group(1), none -> new ArrayList<>());
            if (!(child instanceof List)) {
                return new ArrayList<>();
            }
            List<Object> list = (List<Object>) child;
            if (name.group(2) == null) {
                return list;
            }
            int index = Integer.parseInt(name.group(2));
            if (index >= list.size() || !(list.get(index) instanceof Map)) {
                return new ArrayList<>();
            }
            here = (Map<String, Object>) list.get(index);
        }
        return new ArrayList<>();
    }
}
