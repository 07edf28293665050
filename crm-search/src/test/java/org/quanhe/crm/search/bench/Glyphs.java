package org.quanhe.crm.search.bench;

import java.util.List;

/**
 * Chinese characters that belong together: a family name, a given name's character, a trade.
 *
 * @param simplified in simplified characters
 * @param traditional in traditional ones
 * @param pinyin a syllable for each character, without tones; for family names as family names are read
 * @param readings in Vietnamese with accents, all that are usual
 */
record Glyphs(String simplified, String traditional, List<String> pinyin, List<String> readings) {}
