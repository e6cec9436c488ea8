using Xunit;

namespace Dateline.Tests.TimeTests;

/// <summary>One line an expression: sentence | date of the story | what is found.</summary>
public sealed class TimeTableTests
{
    public static TheoryData<string, string, string> Dates { get; } = Table("""
        They met on October 2. | 2020-10-05 | October 2=2020-10-02
        They met on 2 October 2020. | - | 2 October 2020=2020-10-02
        They met on Oct. 2, 2020, in Baku. | - | Oct. 2, 2020=2020-10-02
        They met on the 2nd of May. | 2020-06-01 | the 2nd of May=2020-05-02
        Dated 2020-10-02. | - | 2020-10-02=2020-10-02
        Dated 10/2/2020. | - | 10/2/2020=2020-10-02
        Dated 25/12/2019. | - | 25/12/2019=2019-12-25
        Dated 22.04.2022. | - | 22.04.2022=2022-04-22
        In April 2016 it began. | - | April 2016=2016-04
        In July of 2014 it began. | - | July of 2014=2014-07
        The 2021 July unrest began here. | - | 2021 July=2021-07
        On July 1-3, 1863, they fought. | - | July 1-3, 1863=1863-07-01/1863-07-03
        On 5–6 September 2019 they met. | - | 5–6 September 2019=2019-09-05/2019-09-06
        The August-September 1914 campaign. | - | August-September 1914=1914-08/1914-09
        He wrote on August twenty-third. | 2020-10-05 | August twenty-third=2020-08-23
        On Monday, May 18, 2015, it rained. | - | Monday, May 18, 2015=2015-05-18
        """);

    public static TheoryData<string, string, string> Years { get; } = Table("""
        War came in 1992. | - | 1992=1992
        The 1992-1994 war. | - | 1992-1994=1992/1994
        From 1915-17 they fought. | - | 1915-17=1915/1917
        The war of 264-241 BC. | - | 264-241 BC=BC0264/BC0241
        It fell in 146 BC. | - | 146 BC=BC0146
        It grew in the 1990s. | - | 1990s=1990-01-01/1999-12-31
        It grew in the 1930's. | - | 1930's=1930-01-01/1939-12-31
        It grew in the sixties. | - | sixties=1960-01-01/1969-12-31
        It grew in the 19th century. | - | 19th century=1800-01-01/1899-12-31
        An eighteenth-century house. | - | eighteenth-century=1700-01-01/1799-12-31
        It fell in the third quarter of 2020. | - | the third quarter of 2020=2020-Q3
        It rose in Q1 2019. | - | Q1 2019=2019-Q1
        In the first half of 2020 it fell. | - | the first half of 2020=2020-H1
        The summer of 2014 was hot. | - | The summer of 2014=2014-SU
        He was seen at the end of 1958. | - | the end of 1958=1958
        A 2010 allegation. | - | 2010=2010
        """);

    public static TheoryData<string, string, string> Deictic { get; } = Table("""
        They met on Tuesday. | 2019-11-20 | Tuesday=2019-11-19
        They met on Wednesday. | 2019-11-20 | Wednesday=2019-11-20
        They will meet on Monday. | 2019-11-20 | Monday=2019-11-25
        They met last Friday. | 2019-11-20 | last Friday=2019-11-15
        They meet next Monday. | 2019-11-20 | next Monday=2019-11-25
        They meet this Friday. | 2019-11-20 | this Friday=2019-11-22
        They met yesterday. | 2015-08-21 | yesterday=2015-08-20
        They met the day before yesterday. | 2015-08-21 | the day before yesterday=2015-08-19
        They met last week. | 2019-11-19 | last week=2019-W46
        They met last month. | 2025-05-07 | last month=2025-04
        They meet next year. | 2019-11-20 | next year=2020
        They met earlier this month. | 2019-11-20 | earlier this month=2019-11
        They met three days ago. | 2019-11-20 | three days ago=2019-11-17
        They met ten years ago. | 2011-03-08 | ten years ago=2001
        They met years ago. | 2011-03-08 | years ago=PAST_REF
        They met in October. | 2024-03-07 | October=2023-10
        He is scheduled to be sentenced on Feb. 14. | 2019-11-19 | Feb. 14=2020-02-14
        They met Monday night. | 2025-01-28 | Monday night=2025-01-27TNI
        It opens in early January. | 2019-11-19 | early January=2020-01
        It happened this past July. | 2020-10-02 | this past July=2020-07
        They met on April 22. On the night of April 29 they met again. | 2025-05-07 | April 22=2025-04-22; the night of April 29=2025-04-29TNI
        In August 2016 they met. The next year they met again. | 2019-11-20 | August 2016=2016-08; The next year=2017
        On 5 March 1920 he came. Two days later he left. | - | 5 March 1920=1920-03-05; Two days later=1920-03-07
        """);

    public static TheoryData<string, string, string> Others { get; } = Table("""
        It took three days. | - | three days=P3D
        An 18-year war. | - | 18-year=P18Y
        Within 48 hours they left. | - | 48 hours=PT48H
        In the past two years nothing changed. | - | the past two years=P2Y
        The film lasts 1 minute and 45 seconds. | - | 1 minute and 45 seconds=PT1M45S
        They waited for months. | - | months=PXM
        They waited more than a week. | - | more than a week=P1W
        They meet every Monday. | - | every Monday=XXXX-WXX-1
        They meet every autumn. | - | every autumn=XXXX-FA
        They meet daily. | - | daily=P1D
        It began at about 4:30 a.m. on the coast. | 2019-11-19 | about 4:30 a.m.=2019-11-19T04:30
        It began at 6am. | 2019-11-20 | 6am=2019-11-20T06:00
        It began at 9 a.m. on Monday. | 2019-11-20 | 9 a.m. on Monday=2019-11-18T09:00
        On 28 and 29 August 1918 they fought. | - | 28=1918-08-28; 29 August 1918=1918-08-29
        They met on May 4 and 5, 1865. | - | May 4=1865-05-04; 5, 1865=1865-05-05
        In 1861 it began. On July 25 of that year it ended. | - | 1861=1861; July 25 of that year=1861-07-25
        For the first ten months of 1915 they waited. | - | the first ten months of 1915=P10M
        Early in the morning of 29 April 1975 it rang. | - | Early in the morning of 29 April 1975=1975-04-29TMO
        They waited two and a half years. | - | two and a half years=P2.5Y
        They fought from Monday to Wednesday. | 2019-11-22 | Monday=2019-11-18; Wednesday=2019-11-20
        They fought between May and July. | 2019-11-22 | May=2019-05; July=2019-07
        On Christmas Day 1914 they stopped. | - | Christmas Day 1914=1914-12-25
        They prayed on Good Friday. | 2022-04-20 | Good Friday=2022-04-15
        """);

    public static TheoryData<string, string, string> FalseFriends { get; } = Table("""
        It may rain, and they march in a second hall. | 2020-01-01 |
        Theresa May said the Long March was over. | 2020-01-01 |
        He wrote in the Sunday Times of Bloody Sunday. | 2020-01-01 |
        The fall of Kabul and the Arab Spring. | 2020-01-01 |
        They counted 2000 people and 1,992 votes. | 2020-01-01 |
        After 9/11 they sold 1500 soldiers. | 2020-01-01 | 9/11=2001-09-11
        The 14-year-old boy is 40 years old. | 2020-01-01 |
        He pays $5 a day. | 2020-01-01 |
        """);

    [Theory]
    [MemberData(nameof(Dates))]
    [MemberData(nameof(Years))]
    [MemberData(nameof(Deictic))]
    [MemberData(nameof(Others))]
    [MemberData(nameof(FalseFriends))]
    public void The_sentence_gives_these_times(string sentence, string date, string expected) =>
        Assert.Equal(expected, Times.Show(sentence, date == "-" ? null : date));

    private static TheoryData<string, string, string> Table(string rows)
    {
        TheoryData<string, string, string> data = [];
        foreach (string row in rows.Split('\n'))
        {
            string[] cells = row.Split('|', StringSplitOptions.TrimEntries);
            data.Add(cells[0], cells[1], cells[2]);
        }
        return data;
    }
}
