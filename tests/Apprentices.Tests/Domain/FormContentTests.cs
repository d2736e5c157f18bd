using Apprentices.Domain;

namespace Apprentices.Tests.Domain;

public sealed class FormContentTests
{
    private const FormParties Signers = FormParties.Apprentice | FormParties.Instructor | FormParties.TrainingManager;

    private static readonly FormParties[] Each = [FormParties.Apprentice, FormParties.Instructor, FormParties.TrainingManager, FormParties.Hr, FormParties.Together];

    public static TheoryData<QuestionType, FormParties, FormParties, FormParties> Rights
    {
        get
        {
            var all = new TheoryData<QuestionType, FormParties, FormParties, FormParties>();
            foreach (var type in Enum.GetValues<QuestionType>())
            {
                foreach (var readers in new[] { FormParties.None, FormParties.Instructor, FormParties.TrainingManager, FormParties.Hr, FormParties.Instructor | FormParties.TrainingManager | FormParties.Hr })
                {
                    foreach (var writer in Each)
                    {
                        foreach (var reader in Each.Where(one => one != FormParties.Together))
                        {
                            all.Add(type, readers, writer, reader);
                        }
                    }
                }
            }

            return all;
        }
    }

    [Theory]
    [MemberData(nameof(Rights))]
    public void The_apprentice_reads_all_each_her_own_and_others_what_the_form_allows(QuestionType type, FormParties readers, FormParties writer, FormParties reader)
    {
        var question = Ask("q", type, answeredBy: writer) with { ReadBy = readers };

        Assert.Equal(reader == FormParties.Apprentice || reader == writer || readers.HasFlag(reader), FormContent.MayRead(question, reader, writer));
    }

    [Theory]
    [InlineData(QuestionType.YesNo, "yes", "yes", true)]
    [InlineData(QuestionType.YesNo, "yes", "no", false)]
    [InlineData(QuestionType.YesNo, "no", "no", true)]
    [InlineData(QuestionType.YesNo, "no", null, false)]
    [InlineData(QuestionType.Choice, "one", "one", true)]
    [InlineData(QuestionType.Choice, "one", "two", false)]
    [InlineData(QuestionType.Choice, "two", null, false)]
    public void A_question_is_shown_by_the_answer_to_an_earlier_one(QuestionType type, string wanted, string? given, bool shown)
    {
        var form = Form(Ask("first", type), Ask("then") with { ShownIf = new("first", wanted), IsRequired = true });
        Func<string, string?> answer = key => key == "first" ? given : null;

        form.Require();
        Assert.Equal(shown, form.IsShown(form.Find("then")!, answer));
        Assert.Equal(shown ? ["then"] : [], form.MustAnswer(FormParties.Apprentice, answer).Select(question => question.Key));
        Assert.Empty(form.MustAnswer(FormParties.Instructor, answer));
    }

    [Fact]
    public void What_hangs_on_a_hidden_question_is_hidden_with_it()
    {
        var form = Form(Ask("a", QuestionType.YesNo), Ask("b", QuestionType.YesNo) with { ShownIf = new("a", "yes") }, Ask("c") with { ShownIf = new("b", "yes") });

        Assert.True(form.IsShown(form.Find("c")!, _ => "yes"));
        Assert.False(form.IsShown(form.Find("c")!, key => key == "a" ? "no" : "yes"));
    }

    [Fact]
    public void Each_party_sees_what_is_hers_to_answer()
    {
        var form = Form(Ask("hers"), Ask("theirs", answeredBy: FormParties.Instructor | FormParties.Together));

        Assert.Equal(["hers"], Keys(form, FormParties.Apprentice));
        Assert.Equal(["theirs"], Keys(form, FormParties.Instructor));
        Assert.Equal(["theirs"], Keys(form, FormParties.Together));
        Assert.Empty(Keys(form, FormParties.Hr));
    }

    [Fact]
    public void What_is_wrong_is_said_with_the_question_it_is_about()
    {
        Assert.Equal("Skjemaet har ingen spørsmål. Legg til minst ett.", Wrong(Form()));
        Assert.Equal("Ingen svarer på «Spørsmål q». Velg hvem.", Wrong(Form(Ask("q", answeredBy: FormParties.None))));
        Assert.Equal("«Spørsmål q» trenger minst to svar å velge mellom.", Wrong(Form(Ask("q", QuestionType.Choice) with { Choices = [] })));
        Assert.Equal("Alle som signerer, må få lese «Spørsmål q».", Wrong(Form(Ask("q") with { ReadBy = FormParties.Instructor })));
        Assert.Equal("Et spørsmål mangler tekst på bokmål.", Wrong(Form(Ask("q") with { Text = new(" ", "x", "x") })));
        Assert.Equal("«Spørsmål q» står to ganger i skjemaet. Fjern den ene.", Wrong(Form(Ask("q"), Ask("q", QuestionType.Date))));
        Assert.Equal("Lærlingen og en instruktør eller faglig leder må signere.", Wrong(Form(Ask("q")) with { SigningSteps = [FormParties.Apprentice] }));
        Assert.Equal("Hver part kan stå én gang i rekkefølgen for signering.", Wrong(Form(Ask("q")) with { SigningSteps = [FormParties.Apprentice, FormParties.Instructor | FormParties.Apprentice] }));
        Assert.Equal("q", Form(Ask("q", answeredBy: FormParties.None)).Problems.Single().Question);
    }

    [Theory]
    [InlineData("later", "yes")]
    [InlineData("words", "yes")]
    [InlineData("hers", "maybe")]
    [InlineData("his", "yes")]
    [InlineData("then", "yes")]
    public void A_condition_must_be_answered_before_and_by_the_same_people(string on, string answer)
    {
        var form = Form(
            Ask("hers", QuestionType.YesNo), Ask("his", QuestionType.YesNo, FormParties.Instructor), Ask("words"),
            Ask("then") with { ShownIf = new(on, answer) }, Ask("later", QuestionType.YesNo));

        Assert.StartsWith("«Spørsmål then» kan bare vises", Wrong(form), StringComparison.Ordinal);
        Assert.Equal(["hers"], form.Conditions(form.Find("then")!).Select(question => question.Key));
    }

    [Fact]
    public void Questions_and_sections_move_one_place_and_over_the_edge_of_their_section()
    {
        var form = new FormContent([Part("one", Ask("a"), Ask("b")), Part("two", Ask("c"))], [Signers]);

        Assert.Equal("one:b,a two:c", Order(form.Move("a", earlier: false)));
        Assert.Equal("one:a two:b,c", Order(form.Move("b", earlier: false)));
        Assert.Equal("one:a,b,c two:", Order(form.Move("c", earlier: true)));
        Assert.Equal("one:a,b two:c", Order(form.Move("a", earlier: true)));
        Assert.Equal("two:c one:a,b", Order(form.MoveSection("two", earlier: true)));
        Assert.Equal("one:a,b two:c", Order(form.MoveSection("two", earlier: false)));
    }

    [Fact]
    public void What_another_question_hangs_on_is_not_removed()
    {
        var form = new FormContent([Part("one", Ask("a", QuestionType.YesNo)), Part("two", Ask("b") with { ShownIf = new("a", "yes") })], [Signers]);

        Assert.StartsWith("«Spørsmål b» vises", Assert.Throws<RuleException>(() => form.Without("a")).Message, StringComparison.Ordinal);
        Assert.Throws<RuleException>(() => form.WithoutSection("one"));
        Assert.Equal("one:a two:", Order(form.Without("b")));
        Assert.Equal("one:a", Order(form.WithoutSection("two")));
    }

    [Theory]
    [InlineData("Hvordan går det?", "hvordan-gar-det")]
    [InlineData("Ærlig talt, øl & ås!", "aerlig-talt-ol-as")]
    [InlineData("???", "question")]
    public void A_key_is_made_of_words_and_never_used_twice(string words, string key)
    {
        Assert.Equal(key, FormContent.NewKey(words, []));
        Assert.Equal($"{key}-3", FormContent.NewKey(words, [key, $"{key}-2"]));
    }

    private static FormContent Form(params FormQuestion[] questions) => new([Part("one", questions)], [FormParties.Apprentice | FormParties.Instructor, FormParties.TrainingManager]);

    private static FormSection Part(string key, params FormQuestion[] questions) => new(key, new("Del", "Del", "Part"), questions);

    private static FormQuestion Ask(string key, QuestionType type = QuestionType.Text, FormParties answeredBy = FormParties.Apprentice) =>
        new(key, type, new($"Spørsmål {key}", $"Spørsmål {key}", $"Question {key}"), false, answeredBy, FormParties.Instructor | FormParties.TrainingManager)
        {
            Choices = type == QuestionType.Choice ? [new("one", new("En", "Ein", "One")), new("two", new("To", "To", "Two"))] : [],
        };

    private static IEnumerable<string> Keys(FormContent form, FormParties party) => form.AnsweredBy(party).SelectMany(section => section.Questions).Select(question => question.Key);

    private static string Wrong(FormContent form) => Assert.Throws<RuleException>(form.Require).Message;

    private static string Order(FormContent form) => string.Join(' ', form.Sections.Select(section => $"{section.Key}:{string.Join(',', section.Questions.Select(question => question.Key))}"));
}
