using System.Text;
using Dateline.Ingest;
using Dateline.Stories;
using Xunit;

namespace Dateline.Tests.Ingest;

/// <summary>The language of a story: two sentences are enough.</summary>
public sealed class LanguageTests
{
    [Theory]
    [InlineData("en", "The government said on Friday that it would send more troops to the border after the attack, but officials did not say when they would arrive.")]
    [InlineData("de", "Die Regierung hat am Freitag erklärt, dass sie nach dem Angriff mehr Soldaten an die Grenze schicken werde. Wann sie eintreffen, sagte der Sprecher nicht.")]
    [InlineData("fr", "Le gouvernement a annoncé vendredi qu’il enverrait plus de soldats à la frontière après l’attaque, mais il n’a pas dit quand ils arriveraient dans la région.")]
    [InlineData("es", "El gobierno anunció el viernes que enviará más soldados a la frontera después del ataque, pero no dijo cuándo llegarán a la región donde hay combates.")]
    [InlineData("it", "Il governo ha annunciato venerdì che invierà più soldati al confine dopo l’attacco, ma non ha detto quando arriveranno nella regione dove si combatte.")]
    [InlineData("pt", "O governo anunciou na sexta-feira que vai enviar mais soldados para a fronteira depois do ataque, mas não disse quando eles chegam à região.")]
    [InlineData("nl", "De regering heeft vrijdag gezegd dat zij na de aanval meer soldaten naar de grens zal sturen, maar het is niet bekend wanneer die er aankomen.")]
    [InlineData("pl", "Rząd ogłosił w piątek, że po ataku wyśle więcej żołnierzy na granicę, ale nie powiedział, kiedy oni przybędą do regionu, w którym trwają walki.")]
    [InlineData("cs", "Vláda v pátek oznámila, že po útoku pošle na hranice více vojáků, ale neřekla, kdy do oblasti, ve které se bojuje, dorazí.")]
    [InlineData("hu", "A kormány pénteken bejelentette, hogy a támadás után több katonát küld a határra, de azt nem mondta meg, hogy mikor érkeznek meg a térségbe.")]
    [InlineData("tr", "Hükümet cuma günü yaptığı açıklamada saldırıdan sonra sınıra daha fazla asker göndereceğini, ancak bunun ne zaman olacağını söylemedi ve bir tarih vermedi.")]
    [InlineData("sv", "Regeringen sade på fredagen att den kommer att skicka fler soldater till gränsen efter attacken, men inte när de ska komma fram till området.")]
    [InlineData("fi", "Hallitus ilmoitti perjantaina, että se lähettää lisää sotilaita rajalle hyökkäyksen jälkeen, mutta se ei kertonut, milloin he ovat alueella.")]
    [InlineData("id", "Pemerintah mengatakan pada hari Jumat bahwa akan mengirim lebih banyak tentara ke perbatasan setelah serangan itu, tetapi tidak mengatakan kapan mereka tiba di daerah tersebut.")]
    [InlineData("vi", "Chính phủ cho biết hôm thứ Sáu rằng họ sẽ gửi thêm binh sĩ đến biên giới sau vụ tấn công, nhưng không nói khi nào những người này đến nơi.")]
    [InlineData("ru", "Правительство заявило в пятницу, что после нападения отправит на границу больше солдат, но не сообщило, когда они прибудут в район боёв.")]
    [InlineData("uk", "Уряд заявив у п’ятницю, що після нападу відправить на кордон більше солдатів, але не повідомив, коли вони прибудуть до району, де тривають бої.")]
    [InlineData("bg", "Правителството обяви в петък, че след нападението ще изпрати повече войници на границата, но не каза кога те ще пристигнат в района, където се водят боеве.")]
    [InlineData("sr", "Влада је у петак саопштила да ће после напада послати више војника на границу, али није рекла када ће они стићи у област у којој се воде борбе.")]
    [InlineData("ar", "قالت الحكومة يوم الجمعة إنها سترسل المزيد من الجنود إلى الحدود بعد الهجوم الذي وقع هذا الأسبوع، لكنها لم تذكر متى سيصلون إلى المنطقة.")]
    [InlineData("fa", "دولت روز جمعه اعلام کرد که پس از این حمله سربازان بیشتری را به مرز می‌فرستد اما نگفت که آنها در چه زمانی به این منطقه می‌رسند.")]
    [InlineData("ur", "حکومت نے جمعہ کو کہا کہ وہ حملے کے بعد سرحد پر مزید فوجی بھیجے گی لیکن یہ نہیں بتایا کہ وہ اس علاقے میں کب پہنچیں گے۔")]
    [InlineData("he", "הממשלה הודיעה ביום שישי כי תשלח חיילים נוספים לגבול לאחר המתקפה, אך לא אמרה מתי יגיעו לאזור הקרבות.")]
    [InlineData("el", "Η κυβέρνηση ανακοίνωσε την Παρασκευή ότι θα στείλει περισσότερους στρατιώτες στα σύνορα μετά την επίθεση.")]
    [InlineData("hi", "सरकार ने शुक्रवार को कहा कि वह हमले के बाद सीमा पर और सैनिक भेजेगी, लेकिन यह नहीं बताया कि वे कब पहुंचेंगे।")]
    [InlineData("zh", "政府周五表示，在袭击发生后将向边境增派士兵，但没有说明他们何时到达该地区，也没有透露更多有关行动的细节和具体安排。")]
    [InlineData("ja", "政府は金曜日、攻撃を受けて国境にさらに多くの兵士を派遣すると発表したが、いつ到着するかについては明らかにしなかった。")]
    [InlineData("ko", "정부는 금요일 공격 이후 국경에 더 많은 병력을 보낼 것이라고 밝혔지만 언제 그 지역에 도착할지는 말하지 않았다. 대변인은 자세한 내용을 밝히지 않았다.")]
    public void Two_sentences_tell_the_language(string code, string text) => Assert.Equal(code, LanguageIdentifier.Default.Identify(text)?.Code);

    [Theory]
    [InlineData("")]
    [InlineData("OK 12345 !!!")]
    [InlineData("U.S. military gives medical equipment to Nicaragua.")]
    [InlineData("Xq zrt vlkm pqr stw xyz bnm qwr tzp lkj hgf dsa mnb vcx yxc zui opa sdf ghj klq wer tzu iop.")]
    public void What_is_no_prose_has_no_language(string text) => Assert.Null(LanguageIdentifier.Default.Identify(text));

    [Fact]
    public void A_story_in_another_language_is_kept_named_and_left_without_records()
    {
        Story story = TestPipeline.Story(InputFormat.PlainText, Encoding.UTF8.GetBytes("Ministre démissionne\n\nLe ministre de la Défense a démissionné lundi, a annoncé le gouvernement. « Je n’ai rien fait de mal », a-t-il dit aux journalistes à Paris."), "2020-10-02");
        StoryRecords records = TestPipeline.Pipeline.Read(story);
        Assert.Equal("fr", records.Story.Language);
        Assert.Empty(records.Statements);
        Assert.Contains(records.Diagnostics, d => d.Code == DiagnosticCodes.NotEnglish && d.Message.Contains("French", StringComparison.Ordinal));
        Assert.NotNull(records.Story.Headline);
    }

    [Fact]
    public void Every_language_has_one_row() => Assert.Equal(LanguageIdentifier.Default.Languages.Count(), LanguageIdentifier.Default.Languages.DistinctBy(l => l.Code).Count());
}
