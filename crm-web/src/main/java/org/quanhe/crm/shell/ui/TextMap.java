package org.quanhe.crm.shell.ui;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;
import org.quanhe.crm.platform.Texts;

/** All texts in the viewer's language, as {@code #{t['ui.save']}}. */
@Named("t")
@RequestScoped
public class TextMap extends AbstractMap<String, String> {
    @Inject
    private Viewer viewer;

    private Texts texts;

    @PostConstruct
    void load() {
        texts = viewer.texts();
    }

    @Override
    public String get(Object key) {
        return texts.text(key.toString());
    }

    @Override
    public boolean containsKey(Object key) {
        return texts.has(key.toString());
    }

    @Override
    public Set<Map.Entry<String, String>> entrySet() {
        return texts.patterns().entrySet();
    }
}
