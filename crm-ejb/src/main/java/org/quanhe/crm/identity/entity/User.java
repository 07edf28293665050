package org.quanhe.crm.identity.entity;

import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.records.FieldKind;
import org.quanhe.crm.records.FieldView.Use;
import org.quanhe.crm.records.entity.Field;
import org.quanhe.crm.records.entity.NumberList;
import org.quanhe.crm.records.entity.RecordEntity;
import org.quanhe.crm.records.entity.RecordType;
import org.quanhe.crm.records.entity.TextList;

/** A colleague who can sign in. The password's hash is no field: nothing generic reads or writes it. */
@Entity
@Access(AccessType.FIELD)
@Table(name = "app_user")
@RecordType(name = "users", icon = "pi-user", rights = RecordType.Preset.ADMINISTERED)
public class User extends RecordEntity {
    private static final Pattern USERNAME = Pattern.compile("[a-z0-9][a-z0-9._@-]{0,99}");

    @Field(
            kind = FieldKind.TEXT,
            max = 100,
            uses = {Use.REQUIRED, Use.LIST, Use.QUICK, Use.SEARCHED, Use.SUBTITLE, Use.SORTABLE})
    private String username = "";

    @Field(
            kind = FieldKind.TEXT,
            name = "displayName",
            max = 200,
            uses = {Use.REQUIRED, Use.LIST, Use.QUICK, Use.SEARCHED, Use.TITLE, Use.SORTABLE})
    @Column(name = "display_name")
    private String displayName = "";

    @Field(
            kind = FieldKind.EMAIL,
            max = 200,
            uses = {Use.LIST, Use.QUICK})
    private @Nullable String email;

    @Field(
            kind = FieldKind.CHOICES,
            choices = {"administrator", "manager", "sales", "marketing", "service", "finance", "read-only"},
            uses = {Use.LIST, Use.QUICK, Use.FACET})
    @Convert(converter = TextList.class)
    private List<String> roles = List.of();

    @Field(
            kind = FieldKind.REFERENCES,
            target = "teams",
            uses = {Use.LIST, Use.QUICK, Use.FACET})
    @Convert(converter = NumberList.class)
    private List<Long> teams = List.of();

    @Field(
            kind = FieldKind.YES_NO,
            uses = {Use.LIST, Use.FACET})
    private boolean active = true;

    @Field(
            kind = FieldKind.CHOICE,
            choices = {"en", "vi", "zh-CN", "zh-TW"})
    private @Nullable String language;

    @Field(kind = FieldKind.TEXT, name = "timeZone", max = 60)
    @Column(name = "time_zone")
    private @Nullable String timeZone;

    private @Nullable String theme;

    private @Nullable String density;

    @Column(name = "password_hash")
    private @Nullable String passwordHash;

    @Column(name = "must_change")
    private boolean mustChange;

    @Override
    public String title() {
        return displayName;
    }

    @Override
    public void verify() {
        if (!USERNAME.matcher(username).matches()) {
            throw CrmException.invalidField("username", LocalizedMessage.of("identity.error.username"));
        }
        if (timeZone != null && !java.time.ZoneId.getAvailableZoneIds().contains(timeZone)) {
            throw CrmException.invalidField("timeZone", LocalizedMessage.of("identity.error.timeZone", timeZone));
        }
    }

    /** Sets a password by its hash. */
    public void setPassword(String hash, boolean mustChangeIt) {
        passwordHash = hash;
        mustChange = mustChangeIt;
    }

    public @Nullable String passwordHash() {
        return passwordHash;
    }

    public boolean mustChange() {
        return mustChange;
    }

    public String getUsername() {
        return username;
    }

    public void setUsername(@Nullable String username) {
        this.username = username == null ? "" : username.toLowerCase(Locale.ROOT);
    }

    public String getDisplayName() {
        return displayName;
    }

    public void setDisplayName(@Nullable String displayName) {
        this.displayName = displayName == null ? "" : displayName;
    }

    public @Nullable String getEmail() {
        return email;
    }

    public void setEmail(@Nullable String email) {
        this.email = email;
    }

    public List<String> getRoles() {
        return roles;
    }

    public void setRoles(List<String> roles) {
        this.roles = List.copyOf(roles);
    }

    public List<Long> getTeams() {
        return teams;
    }

    public void setTeams(List<Long> teams) {
        this.teams = List.copyOf(teams);
    }

    public Boolean getActive() {
        return active;
    }

    public void setActive(@Nullable Boolean active) {
        this.active = active == null || active;
    }

    public @Nullable String getLanguage() {
        return language;
    }

    public void setLanguage(@Nullable String language) {
        this.language = language;
    }

    public @Nullable String getTimeZone() {
        return timeZone;
    }

    public void setTimeZone(@Nullable String timeZone) {
        this.timeZone = timeZone;
    }

    public @Nullable String getTheme() {
        return theme;
    }

    public void setTheme(@Nullable String theme) {
        this.theme = theme;
    }

    public @Nullable String getDensity() {
        return density;
    }

    public void setDensity(@Nullable String density) {
        this.density = density;
    }
}
