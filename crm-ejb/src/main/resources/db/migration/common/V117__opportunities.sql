-- Ways that opportunities go: one row each, stages and reasons in its document; gone keeps the names of stages and
-- reasons that were removed, as history tells of them.
create table pipeline (
    id bigint primary key,
    version bigint not null,
    code varchar(40) not null,
    document text not null,
    gone text not null
);
create unique index pipeline_code on pipeline (code);
-- the first block of numbers lies behind that of the ready-made pipeline
create sequence pipeline_seq start with 100 increment by 50;

create table opportunity (
    id bigint primary key,
    version bigint not null,
    sort_key varchar(120) not null,
    external_id varchar(100),
    custom text,
    created_at timestamp(3) not null,
    created_by bigint not null,
    updated_at timestamp(3) not null,
    updated_by bigint not null,
    deleted_at timestamp(3),
    owner_id bigint,
    team_id bigint,
    name varchar(200) not null,
    customer_id bigint,
    lead_id bigint,
    -- The amount is a text with its currency; both stand beside it once more, for sums.
    amount varchar(40),
    amount_value numeric(19, 4),
    currency varchar(3),
    expected_close date,
    pipeline varchar(40) not null,
    stage varchar(40) not null,
    stage_since timestamp(3) not null,
    status varchar(10) not null,
    probability numeric(19, 4),
    forecast varchar(20) not null,
    competitor varchar(120),
    reason varchar(40),
    closed_at timestamp(3)
);
create index opportunity_sort on opportunity (sort_key, id);
create index opportunity_sort_desc on opportunity (sort_key desc, id desc);
create index opportunity_owner on opportunity (owner_id, sort_key, id);
create index opportunity_customer on opportunity (customer_id);
create index opportunity_lead on opportunity (lead_id);
create index opportunity_stage on opportunity (pipeline, stage, stage_since, id);
create index opportunity_closed on opportunity (pipeline, closed_at);

-- One row for each time that an opportunity stood in a stage.
create table opportunity_stay (
    id bigint primary key,
    opportunity_id bigint not null,
    pipeline varchar(40) not null,
    stage varchar(40) not null,
    entered_at timestamp(3) not null,
    entered_by bigint not null,
    left_at timestamp(3),
    left_by bigint
);
create index opportunity_stay_of on opportunity_stay (opportunity_id, id);
create index opportunity_stay_entered on opportunity_stay (pipeline, entered_at);
create sequence opportunity_stay_seq start with 50 increment by 50;

insert into pipeline (id, version, code, document, gone) values (1, 1, 'sales', '{"code":"sales","name":{"en":"Sales","vi":"Bán hàng","zh-CN":"销售","zh-TW":"銷售"},"stages":[{"code":"contact","name":{"en":"First contact","vi":"Tiếp cận","zh-CN":"初步接洽","zh-TW":"初步接洽"},"probability":10,"norm":14},{"code":"needs","name":{"en":"Needs confirmed","vi":"Xác định nhu cầu","zh-CN":"需求确认","zh-TW":"需求確認"},"probability":25,"norm":14,"required":["customer"]},{"code":"quote","name":{"en":"Quote","vi":"Báo giá","zh-CN":"方案报价","zh-TW":"方案報價"},"probability":50,"norm":21,"required":["customer","amount"]},{"code":"negotiation","name":{"en":"Negotiation","vi":"Đàm phán","zh-CN":"商务谈判","zh-TW":"商務談判"},"probability":75,"norm":14,"required":["customer","amount","expectedClose"]},{"code":"signing","name":{"en":"Signing","vi":"Chờ ký","zh-CN":"待签约","zh-TW":"待簽約"},"probability":90,"norm":10,"required":["customer","amount","expectedClose"]},{"code":"won","name":{"en":"Won","vi":"Thắng","zh-CN":"赢单","zh-TW":"成交"},"end":"won"},{"code":"lost","name":{"en":"Lost","vi":"Thua","zh-CN":"输单","zh-TW":"失單"},"end":"lost"}],"reasons":[{"code":"price","name":{"en":"Price","vi":"Giá","zh-CN":"价格","zh-TW":"價格"}},{"code":"fit","name":{"en":"Fits the need","vi":"Mức đáp ứng nhu cầu","zh-CN":"需求匹配度","zh-TW":"需求契合度"}},{"code":"service","name":{"en":"Service and trust","vi":"Dịch vụ và uy tín","zh-CN":"服务与信任","zh-TW":"服務與信任"}},{"code":"competitor","name":{"en":"Competitor","vi":"Đối thủ","zh-CN":"竞争对手","zh-TW":"競爭對手"}},{"code":"no-budget","name":{"en":"No budget","vi":"Không có ngân sách","zh-CN":"没有预算","zh-TW":"沒有預算"}},{"code":"not-now","name":{"en":"Not now","vi":"Chưa phải lúc","zh-CN":"时机未到","zh-TW":"時機未到"}},{"code":"no-answer","name":{"en":"No answer","vi":"Không phản hồi","zh-CN":"没有回应","zh-TW":"沒有回應"}},{"code":"other","name":{"en":"Other","vi":"Khác","zh-CN":"其他","zh-TW":"其他"}}]}', '{}');
