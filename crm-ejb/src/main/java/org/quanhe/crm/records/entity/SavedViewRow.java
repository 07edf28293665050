package org.quanhe.crm.records.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.util.List;
import org.quanhe.crm.records.SavedView;
import org.quanhe.crm.records.SavedView.Audience;

/** A list as somebody keeps it. */
@Entity
@Table(name = "saved_view")
public class SavedViewRow {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "view_seq")
    @SequenceGenerator(name = "view_seq", sequenceName = "record_seq", allocationSize = 50)
    private long id;

    @Column(name = "record_type")
    private String recordType;

    @Column(name = "owner_id")
    private long ownerId;

    private String name;

    @Column(name = "filter_text")
    private String filter;

    @Column(name = "sort_text")
    private String sort;

    @Convert(converter = TextList.class)
    private List<String> columns;

    private boolean shared;

    @Column(name = "team_id")
    private long teamId;

    @Column(name = "opens_first")
    private boolean first;

    protected SavedViewRow() {}

    public SavedViewRow(long ownerId, String recordType) {
        this.ownerId = ownerId;
        this.recordType = recordType;
    }

    public void be(SavedView view) {
        name = view.name();
        filter = view.filter();
        sort = view.sort();
        columns = List.copyOf(view.columns());
        shared = view.audience().everybody();
        teamId = view.audience().team();
        first = view.first();
    }

    public boolean ownedBy(long user) {
        return ownerId == user;
    }

    public SavedView view(long reader) {
        return new SavedView(
                id,
                recordType,
                name,
                filter == null ? "" : filter,
                sort == null ? "" : sort,
                columns == null ? List.of() : columns,
                new Audience(shared, teamId),
                first,
                ownedBy(reader));
    }
}
