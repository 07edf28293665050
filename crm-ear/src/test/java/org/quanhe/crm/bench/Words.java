package org.quanhe.crm.bench;

/** What made-up customers are made of. Entries of Chinese names carry their pinyin: {@code 张zhang}. */
final class Words {
    static final String[] VI_FAMILY = words(
            "Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đinh"
                    + " Trịnh Mai Tô Đoàn Lương Thái Quách Tạ Cao Châu Hà Lâm Nguyễn Nguyễn Nguyễn Trần Trần Lê Lê Phạm");
    static final String[] VI_MIDDLE = words("Thị Văn Hữu Đức Minh Quốc Thanh Ngọc Hồng Kim Xuân Thu Gia Bảo Anh Hoàng"
            + " Phương Thùy Quỳnh Tuấn Công Đình Bích Cẩm Thế Như Nhật Khánh Thị Thị Văn Văn");
    static final String[] VI_GIVEN =
            words("An Anh Bình Châu Chi Cường Dung Dũng Duy Giang Hà Hải Hạnh Hiền Hiếu Hoa Hòa"
                    + " Hùng Hưng Hương Huy Khang Khoa Lan Linh Long Ly Mai Mạnh Minh My Nam Nga Ngân Nghĩa Ngọc Nhi Nhung Phát"
                    + " Phong Phúc Phương Quân Quang Quyên Sơn Tâm Thảo Thắng Thành Thịnh Thu Thủy Tiến Toàn Trang Trâm Trung Tú"
                    + " Tuấn Uyên Vân Việt Vinh Vy Yến Ý Đạt Đức");
    static final String[] VI_BRAND = words(
            "An Bảo Bình Cường Đại Đông Đức Gia Hải Hòa Hoàng Hưng Khang Long Minh Nam Ngọc"
                    + " Nguyên Phát Phong Phú Phúc Quang Sơn Tân Tây Thái Thành Thịnh Tiến Tín Toàn Trường Vạn Việt Vĩnh Xuân");
    static final String[] VI_COMPANY = {
        "Công ty TNHH",
        "Công ty Cổ phần",
        "Công ty TNHH MTV",
        "Công ty Cổ phần Sản xuất",
        "Công ty TNHH Thương mại Dịch vụ",
        "DNTN",
        "Công ty CP Đầu tư và Xây dựng",
        "Cty TNHH TM DV"
    };
    static final String[] VI_PREFIX = words("90 91 93 97 98 86 83 84 70 79 77 32 33 35 37 38 39 56 58");
    static final String[] VI_STREET = {
        "Lê Lợi", "Nguyễn Huệ", "Trần Hưng Đạo", "Hai Bà Trưng", "Lý Thường Kiệt", "Điện Biên Phủ", "Võ Văn Tần",
        "Nguyễn Thị Minh Khai", "Cách Mạng Tháng Tám", "Kim Mã", "Láng Hạ", "Xuân Thủy", "Đội Cấn", "Phan Đình Phùng"
    };
    static final String[] VI_CITY = {
        "Hồ Chí Minh",
        "Hà Nội",
        "Đà Nẵng",
        "Cần Thơ",
        "Hải Phòng",
        "Huế",
        "Nha Trang",
        "Quy Nhơn",
        "Vinh",
        "Hạ Long",
        "Buôn Ma Thuột",
        "Thủ Dầu Một",
        "Biên Hòa",
        "Vũng Tàu"
    };
    static final String[] VI_ACT = {
        "Đã gửi báo giá",
        "Khách quan tâm",
        "Hẹn gặp trực tiếp",
        "Yêu cầu bảo hành",
        "Đặt hàng",
        "Gia hạn hợp đồng",
        "Khiếu nại về",
        "Chờ duyệt ngân sách cho"
    };
    static final String[] VI_GOODS = {
        "máy phát điện",
        "thang máy",
        "camera giám sát",
        "bàn ghế văn phòng",
        "máy chủ",
        "thiết bị mạng",
        "máy in laser",
        "xe nâng hàng",
        "hệ thống điện mặt trời",
        "máy quét mã vạch"
    };
    static final String[] VI_REMARK = {
        "liên hệ lại vào thứ hai",
        "cần hóa đơn đỏ",
        "thanh toán chuyển khoản",
        "giao trong tuần sau",
        "ưu tiên xử lý",
        "chưa phản hồi",
        "đã thanh toán một phần"
    };

    static final String[] ZH_FAMILY = words("王wang 李li 张zhang 刘liu 陈chen 杨yang 黄huang 赵zhao 吴wu 周zhou 徐xu 孙sun"
            + " 马ma 朱zhu 胡hu 郭guo 何he 林lin 高gao 罗luo 郑zheng 梁liang 谢xie 宋song 唐tang 许xu 邓deng 冯feng 韩han"
            + " 曹cao 彭peng 萧xiao 田tian 董dong 袁yuan 潘pan 蔡cai 蒋jiang 余yu 杜du 叶ye 程cheng 魏wei 苏su 吕lv");
    static final String[] ZH_GIVEN = words("伟wei 芳fang 娜na 敏min 静jing 丽li 强qiang 磊lei 军jun 洋yang 勇yong 艳yan"
            + " 杰jie 涛tao 明ming 超chao 秀xiu 霞xia 平ping 刚gang 桂gui 英ying 华hua 玉yu 兰lan 红hong 建jian 国guo 文wen"
            + " 辉hui 力li 志zhi 永yong 健jian 海hai 山shan 仁ren 波bo 宁ning 福fu 生sheng 龙long 元yuan 全quan 胜sheng"
            + " 学xue 才cai 发fa 武wu 新xin 利li 清qing 飞fei 彬bin 富fu 顺shun 信xin 子zi 小xiao 雨yu 婷ting 思si 佳jia"
            + " 欣xin 怡yi 浩hao 宇yu 轩xuan 梓zi 涵han 晨chen 曦xi 毅yi 俊jun 峰feng 凯kai 逸yi 亮liang");
    static final String[] ZH_BRAND = words("星 龙 安 通 德 信 瑞 丰 慧 天 泰 华 中 景 恒 宇 正 腾 达 创 飞 金 海 盛 兴 凤 嘉 美 康");
    static final String[] ZH_TRADE = words("信息技术 贸易 食品 建筑工程 医疗器械 物流 科技 电子 服装 化工 机械设备 广告传媒");
    static final String[] ZH_CITY = words("上海 北京 深圳 广州 杭州 南京 武汉 重庆 厦门 成都 苏州 天津 西安 长沙");
    static final String[] ZH_DISTRICT = words("朝阳区 海淀区 浦东区 鼓楼区 江岸区 武侯区 渝中区 南山区");
    static final String[] ZH_STREET = words("建国路 中山东路 延安西路 复兴路 科技路 东风西路 新华东路 花园西路 长安街");
    static final String[] ZH_ACT = words("已发送报价 已电话沟通 下单购买 续签合同 预约演示 客户咨询 投诉");
    static final String[] ZH_GOODS = words("服务器 网络交换机 办公家具 太阳能板 电动叉车 财务软件 柴油发电机 投影仪");
    static final String[] ZH_REMARK = words("周一回访。 银行转账付款。 暂无回复。 优先处理。 部分付款。 下周交货。");

    static final String[] EN_GIVEN =
            words("James Mary Patrick Anna Deborah Stephen Thomas Cynthia Raymond Maria John Linda"
                    + " Robert Susan Michael Karen David Nancy William Lisa Richard Betty Joseph Helen Charles Sandra Daniel Donna"
                    + " Matthew Carol Anthony Ruth Mark Sharon Paul Michelle Steven Laura Andrew Sarah Kenneth Emily");
    static final String[] EN_FAMILY =
            words("Smith Johnson Williams Brown Jones Miller Davis Wilson Anderson Taylor Thomas"
                    + " Moore Jackson Martin Lee Thompson White Harris Clark Lewis Walker Hall Allen Young King Wright Scott Green"
                    + " Baker Adams Nelson Hill Campbell Mitchell Roberts Carter Phillips Evans Turner Parker Collins Edwards"
                    + " Richardson Howard Ward Gray Pemberton Carmichael");
    static final String[] EN_COMPANY = {
        "GmbH",
        "Ltd",
        "Limited",
        "Trading Group",
        "Logistics Co. Ltd",
        "Systems",
        "Holdings",
        "Consulting Inc.",
        "Industries"
    };
    static final String[] EN_CITY =
            words("Boston London Manchester Sydney Melbourne Dublin Toronto Chicago Austin Leeds");
    static final String[] EN_STREET = {
        "Station Boulevard",
        "Washington Ave",
        "Windsor Road",
        "Mill Lane",
        "Jefferson Road",
        "Cedar Ave",
        "Clinton Street"
    };
    static final String[] EN_ACT = {
        "Sent quotation for",
        "Called about",
        "Placed order for",
        "Contract renewal for",
        "Scheduled demo of",
        "Warranty claim on",
        "Requested discount on",
        "Awaiting budget approval for"
    };
    static final String[] EN_GOODS = {
        "network switches",
        "projectors",
        "forklift trucks",
        "diesel generators",
        "barcode scanners",
        "laser printers",
        "passenger elevators",
        "solar panels",
        "office furniture"
    };
    static final String[] EN_REMARK = {
        "high priority",
        "follow up on Monday",
        "needs tax invoice",
        "pays by wire transfer",
        "director approved",
        "delivery next week",
        "no reply yet"
    };

    static final String[] SYLLABLES =
            words("pri hel mi hor kay ober wex ti qua lan nex mar lo kri in ka zen dor vi sta bru fen");
    static final String[] TAGS =
            words("newsletter distributor wholesale retail export government partner healthcare hot cold"
                    + " overdue referral trade-show manufacturing");

    private Words() {}

    private static String[] words(String text) {
        return text.split(" ");
    }
}
