using Apprentices.Domain;
using Apprentices.Features.EvaluationForms;
using Apprentices.Shared;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Tests.Access;

/// <content>The forms of the talks, and the figures of what is answered to them.</content>
internal static partial class AccessWays
{
    private static IEnumerable<Way> OfForms() =>
    [
        Read<ListTalkForms>(async (use, _) => (await use.RunAsync()).Rows.Count > 0),
        Read<ShowTalkForm>(async (use, at) => await use.RunAsync((await FormAsync(at)).Id)),
        Read<ShowFormEdition>(async (use, at) => await use.RunAsync((await FormAsync(at)).Id, 1)),
        Read<CreateTalkForm>(async (use, _) => await use.ReadAsync(), "to copy"),
        Read<CreateTalkForm>(async (use, _) => await use.RunAsync(new() { NameNb = "Nytt", Kinds = [EvaluationKind.Extra] })),
        Do<DescribeTalkForm>(async (use, at) => await use.RunAsync((await FormAsync(at)).Id, new() { NameNb = "Annet", Kinds = [EvaluationKind.HalfYear], Version = (await FormAsync(at)).Version })),
        Do<WriteFormSection>(async (use, at) => await use.RunAsync((await FormAsync(at)).Id, null, new() { TitleNb = "Ny del" })),
        Read<WriteFormQuestion>(async (use, at) => await use.RunAsync((await FormAsync(at)).Id, null, new() { TextNb = "Nytt", Section = "own-work", AnsweredBy = FormParties.Apprentice })),
        Read<ArrangeForm>(async (use, at) => await use.RunAsync((await FormAsync(at)).Id, new("satisfied"), ArrangeForm.Change.Remove)),
        Do<SetFormSigning>(async (use, at) => await use.RunAsync((await FormAsync(at)).Id, SetFormSigning.Input.Of((await FormAsync(at)).Current!.Content))),
        Read<PublishTalkForm>(async (use, at) =>
        {
            await BeginAsync(at);
            return await use.RunAsync((await FormAsync(at)).Id, (await FormAsync(at)).Version);
        }),
        Do<DropFormEdition>(async (use, at) =>
        {
            await BeginAsync(at);
            await use.RunAsync((await FormAsync(at)).Id, (await FormAsync(at)).Version);
        }),
        Do<RetireTalkForm>(async (use, at) => await use.RunAsync((await FormAsync(at)).Id, (await FormAsync(at)).Version, retired: true)),
        Read<ReadFormFigures>(async (use, _) => await use.RunAsync(new(null, null, null, null, new FigureFilter()))),
        Do<DownloadFormFigures>(async (use, _) => await use.RunAsync(new(null, null, null, null, new FigureFilter()), new ListOutput(ListFormat.Csv, Stream.Null))),
    ];

    private static Task<EvaluationForm> FormAsync(Scene at) =>
        at.App.DbAsync(db => db.EvaluationForms.AsNoTracking().Include(form => form.Editions).SingleAsync(form => form.ShippedKey == "half-year"));

    private static Task BeginAsync(Scene at) => at.App.ChangeAsync(async db =>
    {
        var form = await db.EvaluationForms.Include(one => one.Editions).SingleAsync(one => one.ShippedKey == "half-year");
        form.Write(form.Current!.Content.Without("satisfied"));
    });
}
