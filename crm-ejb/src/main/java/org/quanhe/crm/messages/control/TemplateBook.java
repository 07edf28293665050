package org.quanhe.crm.messages.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import org.quanhe.crm.messages.TemplateContent;
import org.quanhe.crm.messages.entity.MessageTemplate;
import org.quanhe.crm.platform.CrmException;

/** The templates that are kept. */
@ApplicationScoped
public class TemplateBook {
    @PersistenceContext(unitName = "crm")
    private EntityManager entities;

    /** All of them, in order of their names. */
    public List<MessageTemplate> all() {
        return entities.createQuery("select t from MessageTemplate t order by t.name, t.id", MessageTemplate.class)
                .getResultList();
    }

    /** The template of that code. */
    public Optional<MessageTemplate> find(String code) {
        return entities.createQuery("select t from MessageTemplate t where t.code = :code", MessageTemplate.class)
                .setParameter("code", code)
                .getResultStream()
                .findFirst();
    }

    /** What the template of that code says; INVALID if there is none. */
    public TemplateContent content(String code) {
        return find(code)
                .map(MessageTemplate::content)
                .orElseThrow(() -> CrmException.invalid("messages.error.noTemplate", code));
    }
}
