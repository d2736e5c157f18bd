using System.Net;
using Apprentices.Domain;
using Apprentices.Features.ProgressLog.Files;
using Apprentices.Tests.Support;

namespace Apprentices.Tests.Features.ProgressLog.Files;

/// <summary>Files over HTTP: for those who may read the entry, and never more than a picture or a download.</summary>
public sealed class FileEndpointsTests : AttachmentTests
{
    [Fact]
    public async Task A_picture_is_shown_and_given_no_right_to_anything()
    {
        var id = await AddAsync("Dagen min.jpg", Pictures.Jpeg(), (await EntryAsync()).Id, Pictures.Png());

        using var answer = await GetAsync(Siv, FileLinks.File(id));
        using var small = await GetAsync(Siv, FileLinks.Thumbnail(id));

        Assert.Equal(("image/jpeg", "inline"), (answer.Content.Headers.ContentType!.ToString(), answer.Content.Headers.ContentDisposition!.DispositionType));
        Assert.Equal("image/png", small.Content.Headers.ContentType!.ToString());
        Assert.Equal(Pictures.Jpeg(), await answer.Content.ReadAsByteArrayAsync());
        foreach (var one in new[] { answer, small })
        {
            Assert.Equal("nosniff", One(one, "X-Content-Type-Options"));
            Assert.Contains("default-src 'none'", One(one, "Content-Security-Policy"), StringComparison.Ordinal);
            Assert.Contains("sandbox", One(one, "Content-Security-Policy"), StringComparison.Ordinal);
            Assert.DoesNotContain("allow", One(one, "Content-Security-Policy"), StringComparison.Ordinal);
            Assert.True(one.Headers.CacheControl is { NoStore: true, Private: true });
        }
    }

    [Fact]
    public async Task A_document_is_saved_under_its_name_and_not_opened()
    {
        var entry = await EntryAsync();
        foreach (var (name, bytes, type) in new[] { ("Rapport \"uke 48\"; æøå.pdf", Documents.Pdf, "application/pdf"), ("a.docx", Documents.Word(), FileType.Word.MediaType) })
        {
            using var answer = await GetAsync(Siv, FileLinks.File(await AddAsync(name, bytes, entry.Id)));

            var said = answer.Content.Headers.ContentDisposition!;
            Assert.Equal(("attachment", name, type), (said.DispositionType, said.FileNameStar, answer.Content.Headers.ContentType!.ToString()));
            Assert.Equal("nosniff", One(answer, "X-Content-Type-Options"));
        }
    }

    [Fact]
    public async Task To_strangers_there_is_no_file()
    {
        var (shared, drafted) = (await AddAsync("a.jpg", Pictures.Jpeg(), (await EntryAsync()).Id, Pictures.Jpeg()), await AddAsync("b.jpg", Pictures.Jpeg(), thumbnail: Pictures.Jpeg()));
        var other = await Given.PersonAsync(Roles.Apprentice);
        await Given.ApprenticeshipAsync(other);
        (Person? Who, Guid Id)[] strangers =
        [
            (other, shared), (await Given.InstructorAsync(), shared), (await Given.AdministratorAsync(), shared), (other, drafted), (Siv, drafted),
            (await Given.HrAsync(), drafted), (Mari, Guid.CreateVersion7()),
        ];
        foreach (var (who, id) in strangers)
        {
            foreach (var address in new[] { FileLinks.File(id), FileLinks.Thumbnail(id) })
            {
                using var client = App.ClientOf(who);
                using var answer = await client.GetAsync(address);
                Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            }
        }

        using var hers = await GetAsync(Mari, FileLinks.File(drafted));
        Assert.Equal(Pictures.Jpeg(), await hers.Content.ReadAsByteArrayAsync());
    }

    private async Task<HttpResponseMessage> GetAsync(Person who, string address)
    {
        using var client = App.ClientOf(who);
        var answer = await client.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return answer;
    }

    private static string One(HttpResponseMessage answer, string header) => Assert.Single(answer.Headers.GetValues(header));
}
