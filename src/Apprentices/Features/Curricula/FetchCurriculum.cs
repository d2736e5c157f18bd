using System.ComponentModel.DataAnnotations;
using Apprentices.Domain;
using Apprentices.Features.Curricula.Grep;
using Apprentices.Platform;
using Apprentices.Shared;
using Microsoft.Extensions.Options;

namespace Apprentices.Features.Curricula;

/// <summary>
/// Fetches a curriculum from Udir's Grep over the network: the curriculum, its sets, and each goal in all its languages. What Grep does
/// not have is named as missing later. Nothing is saved.
/// </summary>
public sealed class FetchCurriculum(CurrentUserAccessor users, GrepServer server, IOptions<GrepSettings> settings)
{
    private const int MostElements = 1000;

    public sealed class Input
    {
        [Required]
        [StringLength(80)]
        public string? Code { get; set; }
    }

    public async Task<GrepReading> RunAsync(string code, IProgress<GrepProgress>? progress = null, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.ImportCurricula);
        Rule.Require(settings.Value.Enabled, CurriculaTexts.FetchOff);
        var wanted = code.Trim().ToUpperInvariant();
        Rule.Require(GrepItem.IsCode(wanted), CurriculaTexts.CodeOdd);

        var items = new Dictionary<string, GrepItem>(StringComparer.Ordinal);
        var curriculum = await ReadAsync(items, "laereplaner-lk20", wanted, cancel) ?? await ReadAsync(items, "laereplaner", wanted, cancel);
        Rule.Require(curriculum is { Kind: GrepKind.Curriculum, HasGoalChapter: true }, Texts.Format(CurriculaTexts.FetchUnknown, wanted));

        var suffix = curriculum!.IsLk20 ? "-lk20" : "";
        List<string> named = [.. GrepCurriculumReader.Named(curriculum).Distinct(StringComparer.Ordinal)];
        for (var at = 0; at < named.Count; at++)
        {
            Rule.Require(named.Count <= MostElements, Texts.Format(CurriculaTexts.FetchTooMany, wanted, MostElements));
            progress?.Report(new GrepProgress(at, named.Count));
            var isGoal = named[at].StartsWith('K') && !named[at].StartsWith("KV", StringComparison.Ordinal);
            var types = isGoal ? new[] { "kompetansemaal", "kompetansemaalsett" } : ["kompetansemaalsett", "kompetansemaal"];
            var item = await ReadAsync(items, types[0] + suffix, named[at], cancel) ?? await ReadAsync(items, types[1] + suffix, named[at], cancel);
            if (item is { Kind: GrepKind.GoalSet })
            {
                named.AddRange(GrepCurriculumReader.Named(item).Except(named, StringComparer.Ordinal).ToList());
            }
        }

        progress?.Report(new GrepProgress(named.Count, named.Count));
        return new GrepReading(server.AddressOf($"laereplaner{suffix}", wanted).ToString(), items);
    }

    private async Task<GrepItem?> ReadAsync(Dictionary<string, GrepItem> items, string type, string code, CancellationToken cancel)
    {
        var address = server.AddressOf(type, code).ToString();
        try
        {
            if (await server.ReadAsync(type, code, cancel) is not { } bytes)
            {
                return null;
            }

            var read = GrepDocument.Read(bytes, address, settings.Value.DeepestJson);
            Rule.Require(read is [var only] && only.Code == code, Texts.Format(CurriculaTexts.FileNotGrep, address));
            GrepFiles.Add(items, read);
            return read[0];
        }
        catch (GrepServerException failure)
        {
            throw new RuleException(failure.Trouble switch
            {
                GrepTrouble.TooSlow => Texts.Format(CurriculaTexts.FetchSlow, address, settings.Value.TimeoutSeconds),
                GrepTrouble.TooLarge => Texts.Format(CurriculaTexts.FileTooLarge, address, settings.Value.LargestFileMegabytes),
                GrepTrouble.Cut => Texts.Format(CurriculaTexts.FetchCut, address),
                GrepTrouble.Refused => Texts.Format(CurriculaTexts.FetchRefused, address, failure.Status),
                _ => Texts.Format(CurriculaTexts.FetchNoAnswer, address),
            });
        }
    }
}
