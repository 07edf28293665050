package org.quanhe.crm.scoring.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.scoring.ScoreModels.Side;

/** The one row that holds the model in force and the draft that is being agreed on. */
@Entity
@Table(name = "score_model")
public class ScoreModelRow {
    /** Number of the row. */
    public static final long ONLY = 1;

    @Id
    private long id;

    @Version
    private long version;

    private String draft = "{}";

    @Column(name = "in_force")
    private String inForce = "{}";

    @Column(name = "model_number")
    private int number;

    @Column(name = "marketing_by")
    private @Nullable Long marketingBy;

    @Column(name = "sales_by")
    private @Nullable Long salesBy;

    protected ScoreModelRow() {
        // for JPA; the row comes with the schema
    }

    public long version() {
        return version;
    }

    public String draft() {
        return draft;
    }

    public String inForce() {
        return inForce;
    }

    public int number() {
        return number;
    }

    /** Who agreed for that side, null while nobody has. */
    public @Nullable Long agreedBy(Side side) {
        return side == Side.MARKETING ? marketingBy : salesBy;
    }

    /** The draft says something else: what was agreed does not hold any more. */
    public void redraft(String document) {
        draft = document;
        marketingBy = null;
        salesBy = null;
    }

    /** Fields have other names; what was agreed still holds, as both documents say what they said. */
    public void follow(String draftNow, String inForceNow) {
        draft = draftNow;
        inForce = inForceNow;
    }

    /** Somebody agrees for a side; when both have, the draft is in force. */
    public boolean agree(Side side, long user) {
        if (side == Side.MARKETING) {
            marketingBy = user;
        } else {
            salesBy = user;
        }
        boolean both = marketingBy != null && salesBy != null;
        if (both) {
            inForce = draft;
            number++;
            marketingBy = null;
            salesBy = null;
        }
        return both;
    }
}
