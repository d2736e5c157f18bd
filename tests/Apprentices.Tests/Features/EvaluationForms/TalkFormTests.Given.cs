using Apprentices.Domain;
using Apprentices.Features.EvaluationForms;
using Apprentices.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Tests.Features.EvaluationForms;

/// <content>How the forms come about.</content>
public sealed partial class TalkFormTests
{
    private static QuestionInput Changed(FormQuestion question, string text)
    {
        var input = QuestionInput.Of(question, "hjelp");
        input.TextNb = text;
        return input;
    }

    private async Task<Guid> CreateAsync(Person hr)
    {
        var id = await App.As(hr).RunAsync((CreateTalkForm use) => use.RunAsync(new() { NameNb = "Ekstra", NameNn = "Ekstra", NameEn = "Extra", Kinds = [EvaluationKind.Extra] }));
        await App.As(hr).RunAsync((WriteFormSection use) => use.RunAsync(id, null, new SectionInput { TitleNb = "Hjelp", TitleNn = "Hjelp", TitleEn = "Help" }));
        await WriteAsync(hr, id, null, new QuestionInput
        {
            TextNb = "Hvordan går det?",
            TextNn = "Korleis går det?",
            TextEn = "How is it going?",
            HelpNb = "Skriv fritt.",
            HelpNn = "Skriv fritt.",
            HelpEn = "Write freely.",
            Section = "hjelp",
            AnsweredBy = FormParties.Apprentice,
        });
        return id;
    }

    private Task<string> WriteAsync(Person hr, Guid id, string? key, QuestionInput input) => App.As(hr).RunAsync((WriteFormQuestion use) => use.RunAsync(id, key, input));

    private Task<ShowTalkForm.Details?> ShowAsync(Person who, Guid id) => App.As(who).RunAsync((ShowTalkForm use) => use.RunAsync(id));

    private async Task<int> PublishAsync(Person hr, Guid id)
    {
        var version = (await ShowAsync(hr, id))!.Version;
        return await App.As(hr).RunAsync((PublishTalkForm use) => use.RunAsync(id, version));
    }

    private async Task DropAsync(Person hr, Guid id)
    {
        var version = (await ShowAsync(hr, id))!.Version;
        await App.As(hr).RunAsync((DropFormEdition use) => use.RunAsync(id, version));
    }

    private async Task RetireAsync(Person hr, Guid id, bool retired)
    {
        var version = (await ShowAsync(hr, id))!.Version;
        await App.As(hr).RunAsync((RetireTalkForm use) => use.RunAsync(id, version, retired));
    }

    private async Task<string?> TakenAsync() => EvaluationForm.CurrentFor(
        await App.DbAsync(db => db.EvaluationForms.Include(form => form.Editions).ToListAsync()), EvaluationKind.Extra)!.Form.ShippedKey;
}
