using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Apprentices.Domain;
using Apprentices.Features.Evaluations.Signing;
using Apprentices.Platform;
using Apprentices.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Form = Apprentices.Features.Evaluations.Signing.DownloadTalkDocument.Form;

namespace Apprentices.Tests.Features.Evaluations.Signing;

/// <summary>The document of a signed talk, as it is handed out and as it is checked.</summary>
public sealed class TalkDocumentTests : AppTests
{
    private const string Chromium = "/usr/bin/chromium";

    private HeldTalk held = null!;

    protected override IReadOnlyDictionary<string, string?> Settings { get; } = new Dictionary<string, string?>
    {
        ["Documents:Chromium"] = Chromium,
        ["Documents:ChromiumArguments"] = "--no-sandbox",
        ["Mail:PublicAddress"] = "https://laerling.example.no",
    };

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        held = await HeldTalk.SetAsync(App);
    }

    [BothDatabases]
    public async Task Each_file_as_downloaded_is_valid_and_with_one_character_changed_anywhere_it_is_not()
    {
        await SignAsync();
        foreach (var form in new[] { Form.Page, Form.Archive, Form.Sealed })
        {
            var file = (await TakeAsync(held.Apprentice, form)).Bytes;
            Assert.True(await CheckAsync(file), $"{form} is not valid as it was downloaded");
            var step = Math.Max(1, file.Length / 150);
            for (var place = 0; place < file.Length; place += step)
            {
                var changed = (byte[])file.Clone();
                changed[place] ^= 1;
                Assert.False(await CheckAsync(changed), $"{form} is valid with byte {place} changed");
            }

            Assert.False(await CheckAsync(file[..^1]), $"{form} is valid without its last byte");
            Assert.False(await CheckAsync([.. file, (byte)'\n']), $"{form} is valid with a line more");
        }

        // Every character of what is hashed.
        var all = (await TakeAsync(held.Apprentice, Form.Sealed)).Bytes;
        var hash = await held.HashAsync();
        Assert.All(Enumerable.Range(0, all.Length), place =>
        {
            var changed = (byte[])all.Clone();
            changed[place] ^= 1;
            Assert.NotEqual(hash, Convert.ToHexStringLower(SHA256.HashData(changed)));
        });
    }

    [BothDatabases]
    public async Task What_is_hashed_is_checked_by_hand_and_stands_in_the_archive_byte_for_byte()
    {
        await SignAsync();
        var hash = await held.HashAsync();
        var one = (await TakeAsync(held.Apprentice, Form.Sealed)).Bytes;
        var archive = (await TakeAsync(held.Instructor, Form.Archive)).Bytes;

        Assert.Equal(hash, Convert.ToHexStringLower(SHA256.HashData(one)));
        Assert.True(await CheckAsync(one));
        using var json = JsonDocument.Parse(archive);
        Assert.Equal(TalkFile.Schema, json.RootElement.GetProperty("schema").GetString());
        Assert.Equal(Encoding.UTF8.GetString(one), json.RootElement.GetProperty("talk").GetProperty("sealed").GetRawText());
        Assert.Equal(6, json.RootElement.GetProperty("signatures").GetArrayLength());
        Assert.Equal("Det var fra februar.", json.RootElement.GetProperty("addenda")[0].GetProperty("sealed").GetProperty("text").GetString());

        // A signature's seal is the hash of what stands beside it.
        Assert.All(json.RootElement.GetProperty("signatures").EnumerateArray(), signature =>
            Assert.Equal(signature.GetProperty("seal").GetString(), TalkSeal.Hash(signature.GetProperty("signed").GetRawText())));
        Assert.Equal(archive, (await TakeAsync(held.Apprentice, Form.Archive)).Bytes);
    }

    [BothDatabases]
    public async Task The_page_stands_alone_says_the_same_each_time_and_speaks_three_languages()
    {
        await SignAsync();
        foreach (var (language, said) in new[] { (Language.Bokmal, "Faglig utvikling"), (Language.Nynorsk, "Fagleg utvikling"), (Language.English, "How is it going?") })
        {
            var page = Encoding.UTF8.GetString((await TakeAsync(held.Apprentice, Form.Page, language)).Bytes);
            Assert.Contains(said, page, StringComparison.Ordinal);
            Assert.Contains($"<html lang=\"{SigningLinks.TagOf(language)}\"", page, StringComparison.Ordinal);
            Assert.Equal(page, Encoding.UTF8.GetString((await TakeAsync(held.Apprentice, Form.Page, language)).Bytes));
            Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
            Assert.DoesNotContain("src=", page, StringComparison.Ordinal);
            Assert.DoesNotContain("<link", page, StringComparison.Ordinal);
            Assert.Contains(TalkSeal.Code(await held.HashAsync()), page, StringComparison.Ordinal);
            Assert.Contains("https://laerling.example.no/check", page, StringComparison.Ordinal);
        }

        Assert.Equal(3, await App.DbAsync(db => db.IssuedDocuments.CountAsync()));
    }

    [BothDatabases]
    public async Task It_is_there_once_signed_for_those_who_may_read_it_and_leaves_out_what_they_may_not()
    {
        await Assert.ThrowsAsync<NotThereException>(() => TakeAsync(held.Apprentice, Form.Page));
        await SignAsync();

        Assert.Contains(HeldTalk.Private, Encoding.UTF8.GetString((await TakeAsync(held.Manager, Form.Page)).Bytes), StringComparison.Ordinal);
        Assert.DoesNotContain(HeldTalk.Private, Encoding.UTF8.GetString((await TakeAsync(held.Contact, Form.Page)).Bytes), StringComparison.Ordinal);
        await Assert.ThrowsAsync<NotThereException>(() => TakeAsync(held.Contact, Form.Archive));
        await Assert.ThrowsAsync<NotThereException>(() => TakeAsync(held.Contact, Form.Sealed));
        await Assert.ThrowsAsync<NotThereException>(async () => await TakeAsync(await Given.HrAsync(), Form.Page));
        Assert.Equal([held.Manager.Id, held.Contact.Id], await App.DbAsync(db => db.AccessTraces.OrderBy(o => o.At).ThenBy(o => o.Id).Select(o => o.Reader.PersonId!.Value).ToListAsync()));

        using var client = App.ClientOf(held.Manager);
        using var answer = await client.GetAsync(SigningLinks.Html(held.Id, Language.English));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition?.DispositionType);
        Assert.True(await CheckAsync(await answer.Content.ReadAsByteArrayAsync()));
        using var stranger = App.ClientOf(await Given.InstructorAsync());
        using var refused = await stranger.GetAsync(SigningLinks.Json(held.Id));
        Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
    }

    [Fact]
    public async Task The_pdf_is_tagged_has_its_fonts_and_is_read_in_order_by_another_program()
    {
        if (!File.Exists(Chromium))
        {
            Missing.Skip("Chromium");
        }

        await SignAsync();
        var file = (await TakeAsync(held.Instructor, Form.Pdf)).Bytes;
        if (Environment.GetEnvironmentVariable("KEEP_PDF") is { Length: > 0 } keep)
        {
            await File.WriteAllBytesAsync(keep, file);
        }

        // As it is told, not as it lies on the paper: the cells of a table one after the other.
        var (info, fonts, text) = (await Poppler.AskAsync("pdfinfo", file), await Poppler.AskAsync("pdffonts", file), await Poppler.AskAsync("pdftotext", file, "-raw"));
        var structure = await Poppler.AskAsync("pdfinfo", file, "-struct");
        Assert.All(["H1", "H2", "H3", "H4", "Table", "TH", "TD"], tag => Assert.Contains(tag, structure, StringComparison.Ordinal));

        Assert.Contains("Halvårssamtale 1 – Ingrid Æsæther-Bråten", info, StringComparison.Ordinal);
        Assert.Matches("Tagged: +yes", info);
        Assert.Contains("(A4)", info, StringComparison.Ordinal);
        var rows = fonts.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(2).ToList();
        Assert.NotEmpty(rows);
        Assert.All(rows, row => Assert.Matches(@"\syes\s+(yes|no)\s+(yes|no)\s+\d+\s+\d+\s*$", row));

        var said = System.Text.RegularExpressions.Regex.Replace(text, @"\s+", " ", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(5));
        string[] inOrder =
        [
            "Halvårssamtale 1", "Ingrid Æsæther-Bråten", "Siv Åmot", "Det dere kom fram til", "Faglig utvikling", "Hvor langt er du kommet?", "Jeg planla og satte opp overvåkingen selv.",
            HeldTalk.Comment, "Trenger mer øving", "Hvordan går det?", "Ingrid er blitt trygg i løpet av høsten.", "Fravær i perioden", "3,5", "Veien videre", "Passe", "Trives godt på drift.",
            "Vi møtes igjen etter påske.", HeldTalk.Action, "Signaturer", "Tor Eide", "Tillegg 1", "Det var fra februar.", "Kontroll av dokumentet", await held.HashAsync(),
        ];
        var place = 0;
        foreach (var words in inOrder)
        {
            var found = said.IndexOf(words, place, StringComparison.Ordinal);
            Assert.True(found >= place, $"«{words}» does not come after what stands before it in: {said}");
            place = found;
        }

        Assert.True(await CheckAsync(file));
        foreach (var at in Enumerable.Range(0, 60).Select(part => part * (file.Length - 1) / 59))
        {
            var changed = (byte[])file.Clone();
            changed[at] ^= 1;
            Assert.False(await CheckAsync(changed), $"The PDF is valid with byte {at} changed");
        }
    }

    private async Task SignAsync()
    {
        await held.SignAllAsync();
        await held.AddAsync(held.Apprentice);
        await held.SignAllAsync(addendum: 1);
    }

    private Task<DownloadTalkDocument.Result> TakeAsync(Person person, Form form, Language language = Language.Bokmal)
    {
        App.Clock.Advance(TimeSpan.FromSeconds(1));
        return App.As(person).RunAsync((DownloadTalkDocument use) => use.RunAsync(held.Id, new(form, language)));
    }

    private async Task<bool> CheckAsync(byte[] file) => await App.AsNobody().RunAsync((CheckDocument use) => use.RunAsync(new MemoryStream(file))) == true;
}
