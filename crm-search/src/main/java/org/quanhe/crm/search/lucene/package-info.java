/**
 * The search seam on Lucene.
 *
 * <p>What a text becomes in the index. A query of a word asks these fields at once and takes the best; beginnings and
 * tails are terms of their own, so that a search looks terms up and seldom walks through a range of them.
 *
 * <table>
 * <caption>Analysis chains</caption>
 * <tr><th>field</th><th>for</th><th>in</th><th>out</th></tr>
 * <tr><td>title</td><td>the whole name typed, without its legal form, or its first words; one in characters in
 * letters, and its family name</td><td>Công ty TNHH Tân Á<br>张伟</td><td>cong ty tnhh tan a, tan a, ^tan, ^tan a<br>张伟,
 * zhangwei, zw, ^张, ^zhang …</td></tr>
 * <tr><td>title.pair, title.initials</td><td>ranking: words that follow each other, their first letters, and
 * how many words begin alike</td>
 * <td>Đặng Văn Vân</td><td>dang van, van van; dv, vv, 2:v, 2:va, 2:van</td></tr>
 * <tr><td>title.word</td><td>words of the name, folded; Chinese in simplified characters and pairs</td>
 * <td>Đặng 張偉</td><td>dang, 张, 张伟, 伟</td></tr>
 * <tr><td>title.exact</td><td>the same accents first; tone marks at the end of the word</td>
 * <td>Hòa</td><td>hoa + grave</td></tr>
 * <tr><td>title.prefix</td><td>typing, up to 8 letters</td><td>Ánh</td><td>a, an, anh</td></tr>
 * <tr><td>title.pinyin</td><td>Chinese names by sound, all readings, either order, initials, and their beginnings</td>
 * <td>张伟</td><td>zhang, wei, zhangwei, weizhang, zw, wz, z, zh …</td></tr>
 * <tr><td>title.sino</td><td>the name as the other language has it: Vietnamese readings of characters; behind = the
 * pinyin of Vietnamese syllables</td>
 * <td>阮氏英<br>Nguyễn Thị Ánh</td><td>nguyen, thi, anh, nguyen thi anh<br>=ruanshiying, =rsy</td></tr>
 * <tr><td>other.word</td><td>words of all other searched fields</td><td>Điều hoà, 12</td><td>dieu, hoa, 12</td></tr>
 * <tr><td></td><td>also words with a sign between, as one</td><td>Wi-Fi</td><td>wi, fi, wifi</td></tr>
 * <tr><td>other.joined</td><td>neighbours in an address as one word</td><td>Hà Nội</td><td>hanoi</td></tr>
 * <tr><td></td><td>the other names of a place, here and, of several words, among other.word and other.pair</td>
 * <td>TP.HCM, Q.3<br>深圳</td><td>hcm, saigon, sg, 胡志明, q3 …<br>shenzhen, thamquyen</td></tr>
 * <tr><td>other.form</td><td>legal forms: asked for where one was typed; no words of a name or of a short text</td>
 * <td>Công ty TNHH Tân Á</td><td>cong, ty, tnhh</td></tr>
 * <tr><td>other.pair, other.whole</td><td>ranking: neighbours; short texts as a whole and their first words</td>
 * <td>Tân Á Co. Ltd</td><td>tan a, a co, co ltd; tan a co ltd, tan a, ^tan, ^tan a</td></tr>
 * <tr><td>other.prefix</td><td>typing, up to 4 letters</td><td>Điều</td><td>d, di, die, dieu</td></tr>
 * <tr><td>short.word, short.prefix</td><td>ranking: words of other short texts, beginnings up to 3 letters, and how
 * many words begin alike</td>
 * <td>Minh Mai</td><td>minh, mai; m, mi, min, ma, mai, 2:m</td></tr>
 * <tr><td>phone.tail</td><td>tails of every notation from 4 digits; an inner part is the beginning of a tail</td>
 * <td>0903 123 456</td><td>0903123456, 84903123456, 903123456 … 3456</td></tr>
 * <tr><td>phone.prefix</td><td>beginnings of every notation, 4 to 6 digits</td>
 * <td>0903 123 456</td><td>0903, 09031, 090312, 8490 …</td></tr>
 * <tr><td>mail</td><td>whole, domain, tails of the name from 4 characters</td>
 * <td>lytang88@fpt.com</td><td>lytang88@fpt.com, @fpt.com, lytang88, ytang88 … ng88</td></tr>
 * <tr><td>mail.word</td><td>words of addresses</td><td>lytang88@fpt.com</td><td>lytang88, fpt, com</td></tr>
 * <tr><td>keys</td><td>exactly one record is meant</td><td>KH-7, +84 903 123 456</td>
 * <td>kh-7, 84903123456, 0903123456</td></tr>
 * </table>
 *
 * <p>Filters and orders have fields of their own for each type ({@link org.quanhe.crm.search.lucene.Fields}): folded
 * whole values as terms, sizes as points, orders as collation keys. What changes a chain raises
 * {@link org.quanhe.crm.search.lucene.Schema}'s version, and the index is built anew.
 */
@NullMarked
package org.quanhe.crm.search.lucene;

import org.jspecify.annotations.NullMarked;
