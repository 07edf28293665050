package org.quanhe.crm.platform.settings;

import java.util.List;

/** All settings of the application. */
public final class CrmSettings {
    public static final Setting HOME = new Setting(
            "CRM_HOME", "folder", "~/.quanhe", "start", "Where database, index, uploads and the server's files live.");
    public static final Setting HTTP_PORT =
            new Setting("CRM_HTTP_PORT", "port", "8080", "start", "Port of pages, REST and health checks (crm.jar).");
    public static final Setting HTTP_ADDRESS =
            new Setting("CRM_HTTP_ADDRESS", "address", "127.0.0.1", "start", "Address that is listened on (crm.jar).");
    public static final Setting PUBLIC_ADDRESS = new Setting(
            "CRM_PUBLIC_ADDRESS",
            "URL",
            "",
            "each use",
            "Address under which people outside reach the application, https://crm.example.vn/crm; it stands in mails and in the lines of web forms."
                    + " Without it that of this machine.");
    public static final Setting ADMIN_PASSWORD = new Setting(
            "CRM_ADMIN_PASSWORD",
            "text",
            "",
            "first start",
            "Password of the first administrator, admin; without it one is made and printed once.");
    public static final Setting DB_URL = new Setting(
            "CRM_DB_URL",
            "JDBC URL",
            "",
            "start",
            "Database; jdbc:postgresql://… or jdbc:h2:…; without it an H2 file below CRM_HOME.");
    public static final Setting DB_USER =
            new Setting("CRM_DB_USER", "text", "crm", "start", "User name for the database.");
    public static final Setting DB_PASSWORD =
            new Setting("CRM_DB_PASSWORD", "text", "", "start", "Password for the database.");
    public static final Setting SAMPLE_DATA = new Setting(
            "CRM_SAMPLE_DATA",
            "yes/no",
            "false",
            "start",
            "Fills an empty database with made-up customers, marked as samples.");
    public static final Setting LANGUAGE = new Setting(
            "CRM_LANGUAGE", "en, vi, zh-CN, zh-TW", "en", "start", "Language where neither person nor browser chose.");
    public static final Setting TIME_ZONE =
            new Setting("CRM_TIME_ZONE", "IANA zone", "Asia/Ho_Chi_Minh", "start", "Time zone of people without one.");
    public static final Setting CURRENCY = new Setting(
            "CRM_CURRENCY",
            "ISO 4217 code",
            "VND",
            "start",
            "Currency of amounts written without one; forms offer it first.");
    public static final Setting PHONE_REGION = new Setting(
            "CRM_PHONE_REGION", "ISO 3166 code", "VN", "start", "Country of phone numbers written without one.");
    public static final Setting SEARCH_BACKEND = new Setting(
            "CRM_SEARCH_BACKEND", "name", "", "start", "Search engine; without it the only one that is there.");
    public static final Setting IMPORT_MAX_MB =
            new Setting("CRM_IMPORT_MAX_MB", "MB", "256", "each use", "Largest file that can be imported.");
    public static final Setting TOKEN_HOURS =
            new Setting("CRM_TOKEN_HOURS", "hours", "24", "each use", "How long a bearer token lives.");
    public static final Setting SMTP_HOST = new Setting(
            "CRM_SMTP_HOST",
            "host name",
            "",
            "each use",
            "Mail server that takes mails (SMTP); without it they are kept in the outbox and not sent.");
    public static final Setting SMTP_PORT =
            new Setting("CRM_SMTP_PORT", "port", "587", "each use", "Port of the mail server.");
    public static final Setting SMTP_USER = new Setting(
            "CRM_SMTP_USER", "text", "", "each use", "User name for the mail server; without it nobody signs in.");
    public static final Setting SMTP_PASSWORD =
            new Setting("CRM_SMTP_PASSWORD", "text", "", "each use", "Password for the mail server.");
    public static final Setting SMTP_TLS = new Setting(
            "CRM_SMTP_TLS",
            "starttls, tls, none",
            "starttls",
            "each use",
            "How the way to the mail server is encrypted; none is for servers on the same machine.");
    public static final Setting SMTP_FROM = new Setting(
            "CRM_SMTP_FROM",
            "mail address",
            "",
            "each use",
            "Sender of all mails, crm@example.vn or Quanhe CRM <crm@example.vn>; needed with CRM_SMTP_HOST.");
    public static final Setting SMTP_TIMEOUT = new Setting(
            "CRM_SMTP_TIMEOUT_SECONDS",
            "seconds",
            "30",
            "each use",
            "How long the mail server may take for one answer; a mail is in doubt after twice as long.");
    public static final Setting MAIL_ASK_ABOVE = new Setting(
            "CRM_MAIL_ASK_ABOVE",
            "messages an hour",
            "200",
            "each use",
            "An automation that writes more mails and texts is asked about: further ones wait until an administrator releases them.");
    public static final Setting TEXT_URL = new Setting(
            "CRM_TEXT_URL",
            "URL",
            "",
            "each use",
            "Gateway that takes short texts for telephones (HTTP POST); without it they are kept in the outbox and not sent.");
    public static final Setting TEXT_TOKEN = new Setting(
            "CRM_TEXT_TOKEN",
            "text",
            "",
            "each use",
            "Secret for the gateway: what {token} stands for. It is never shown.");
    public static final Setting TEXT_HEADER = new Setting(
            "CRM_TEXT_HEADER",
            "name: value",
            "Authorization: Bearer {token}",
            "each use",
            "Header that signs in at the gateway; not sent if it wants a token and there is none.");
    public static final Setting TEXT_BODY = new Setting(
            "CRM_TEXT_BODY",
            "JSON or form",
            "{\"to\":\"{number}\",\"text\":\"{text}\",\"id\":\"{id}\"}",
            "each use",
            "What is posted, or a form such as phone={national}&content={text}. {number} is +84903123456, {digits} the same"
                    + " without +, {national} 0903123456, {id} the text's own number, the same in every try.");
    public static final Setting TEXT_TAKEN = new Setting(
            "CRM_TEXT_TAKEN",
            "part of an answer",
            "",
            "each use",
            "What the gateway's answer says when it took a text, such as \"CodeResult\":\"100\"; without it every 2xx does.");
    public static final Setting TEXT_TIMEOUT = new Setting(
            "CRM_TEXT_TIMEOUT_SECONDS",
            "seconds",
            "30",
            "each use",
            "How long the gateway may take for its whole answer; then the text is in doubt.");
    public static final Setting WEBHOOK_LOCAL = new Setting(
            "CRM_WEBHOOK_LOCAL",
            "yes/no",
            "false",
            "each use",
            "Webhooks and short texts may go to addresses of this machine and its link (loopback, link-local) too.");
    public static final Setting WEBHOOK_TIMEOUT = new Setting(
            "CRM_WEBHOOK_TIMEOUT_SECONDS",
            "seconds",
            "10",
            "each use",
            "How long the receiver of a webhook may take for its whole answer; then it is tried again later.");
    public static final Setting AUTOMATION_RUNS_DAYS = new Setting(
            "CRM_AUTOMATION_RUNS_DAYS",
            "days",
            "180",
            "each use",
            "How long runs of automations are kept after they ended, with their traces; 0 keeps all.");

    public static final Setting FORM_LEAST_SECONDS = new Setting(
            "CRM_FORM_LEAST_SECONDS",
            "seconds",
            "3",
            "each use",
            "A web form that comes back faster is asked to be sent again, unless the form says another time.");
    public static final Setting FORM_HOURS = new Setting(
            "CRM_FORM_HOURS", "hours", "12", "each use", "How long a web form that was opened can be sent.");
    public static final Setting FORM_PER_ADDRESS = new Setting(
            "CRM_FORM_PER_ADDRESS",
            "a minute",
            "20",
            "each use",
            "How often one network address may send the same web form; then it is asked to wait.");
    public static final Setting FORM_PER_FORM = new Setting(
            "CRM_FORM_PER_FORM",
            "a minute",
            "600",
            "each use",
            "How often all addresses together may send a web form.");
    public static final Setting FORM_FILE_MAX_MB = new Setting(
            "CRM_FORM_FILE_MAX_MB", "MB", "10", "each use", "Largest document that a web form can give to download.");
    public static final Setting VISITS_PER_ADDRESS = new Setting(
            "CRM_VISITS_PER_ADDRESS",
            "a minute",
            "120",
            "each use",
            "How many page views are taken from one network address.");
    public static final Setting VISITS_DAYS =
            new Setting("CRM_VISITS_DAYS", "days", "90", "each use", "How long page views of visitors are kept.");
    public static final Setting PROXY_HOPS = new Setting(
            "CRM_PROXY_HOPS",
            "number",
            "0",
            "each use",
            "Proxies in front of the application: visitors' addresses are read from so many places of X-Forwarded-For.");

    public static final Setting JAVA_OPTIONS = new Setting(
            "CRM_JAVA_OPTIONS",
            "options",
            "-Xmx340m",
            "start",
            "Options of the server's JVM (crm.jar); what is named here overrides the default.");

    /** All of them, in the order of the README's table. */
    public static final List<Setting> ALL = List.of(
            HOME,
            HTTP_PORT,
            HTTP_ADDRESS,
            PUBLIC_ADDRESS,
            ADMIN_PASSWORD,
            DB_URL,
            DB_USER,
            DB_PASSWORD,
            SAMPLE_DATA,
            LANGUAGE,
            TIME_ZONE,
            CURRENCY,
            PHONE_REGION,
            SEARCH_BACKEND,
            IMPORT_MAX_MB,
            TOKEN_HOURS,
            SMTP_HOST,
            SMTP_PORT,
            SMTP_USER,
            SMTP_PASSWORD,
            SMTP_TLS,
            SMTP_FROM,
            SMTP_TIMEOUT,
            MAIL_ASK_ABOVE,
            TEXT_URL,
            TEXT_TOKEN,
            TEXT_HEADER,
            TEXT_BODY,
            TEXT_TAKEN,
            TEXT_TIMEOUT,
            WEBHOOK_LOCAL,
            WEBHOOK_TIMEOUT,
            AUTOMATION_RUNS_DAYS,
            FORM_LEAST_SECONDS,
            FORM_HOURS,
            FORM_PER_ADDRESS,
            FORM_PER_FORM,
            FORM_FILE_MAX_MB,
            VISITS_PER_ADDRESS,
            VISITS_DAYS,
            PROXY_HOPS,
            JAVA_OPTIONS);

    private CrmSettings() {}
}
