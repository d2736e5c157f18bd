using Apprentices.Tests.Support;

namespace Apprentices.Tests.Features.Evaluations.Together;

/// <summary>However two or three write in a block at once, take it from each other and are cut off: every word typed is kept.</summary>
public sealed class WritersTests : AppTests
{
    private const int Words = 40;

    private static int Rounds => int.TryParse(Environment.GetEnvironmentVariable("WRITER_ROUNDS"), out var rounds) ? rounds : 4;

    [BothDatabases]
    public async Task Every_word_typed_is_in_the_block_or_a_suggestion_whoever_takes_it_over()
    {
        var scene = await TogetherScene.BeginAsync(App);
        for (var seed = 1; seed <= Rounds; seed++)
        {
            var question = seed % 2 == 0 ? TogetherScene.Masters : TogetherScene.Improve;
            List<string> typed = [];
            await using var siv = scene.DeviceOf(scene.Siv, question);
            await using var ingrid = scene.DeviceOf(scene.Ingrid, question);
            await using var tor = scene.DeviceOf(scene.Tor, question);
            TogetherScene.Device[] devices = [siv, ingrid, tor];
            var chance = new Random(seed);
            for (var turn = 0; turn < Words; turn++)
            {
                await TurnAsync(scene, devices[chance.Next(devices.Length)], chance, typed, $"s{seed}w{turn}");
            }

            await EndAsync(devices);
            await HasAllAsync(scene, question, typed);
        }
    }

    [BothDatabases]
    public async Task Nor_is_one_lost_where_they_write_in_the_very_same_moment()
    {
        var scene = await TogetherScene.BeginAsync(App);
        await using var siv = scene.DeviceOf(scene.Siv, TogetherScene.Masters);
        await using var ingrid = scene.DeviceOf(scene.Ingrid, TogetherScene.Masters);
        var typed = await Task.WhenAll(new[] { siv, ingrid }.Select((device, number) => Task.Run(async () =>
        {
            List<string> mine = [];
            var chance = new Random(number);
            for (var turn = 0; turn < Words / 2; turn++)
            {
                await TurnAsync(scene, device, chance, mine, $"d{number}w{turn}");
            }

            return mine;
        })));

        await EndAsync([siv, ingrid]);
        await HasAllAsync(scene, TogetherScene.Masters, typed.SelectMany(words => words));
    }

    /// <summary>What one does next: takes the block, types a word, saves, sees that another has it, is cut off and comes back, or leaves.</summary>
    private static async Task TurnAsync(TogetherScene scene, TogetherScene.Device device, Random chance, List<string> typed, string word)
    {
        var pen = device.Pen;
        if (!pen.IsWriting)
        {
            await pen.TakeAsync();
        }

        pen.Type(pen.Typed + $" {word}.");
        typed.Add($" {word}.");
        switch (chance.Next(5))
        {
            case 0 or 1:
                await pen.SaveAsync();
                break;
            case 2 when pen.IsLost((await scene.ReadAsync(device.Who))!.Blocks.Single(block => block.Question == device.Question), device.Who.Id):
                await pen.LoseAsync(pen.Typed);
                break;
            case 3:
                await pen.LeaveAsync(comesBack: true);
                if (pen.IsWriting)
                {
                    pen.Type(pen.Typed + $" {word}b.");
                    typed.Add($" {word}b.");
                    await pen.ComeBackAsync(pen.Typed, pen.Seen);
                }

                break;
            case 4:
                await pen.LeaveAsync();
                break;
            default:
                break;
        }

        Assert.Null(pen.Failed);
    }

    private static async Task EndAsync(IEnumerable<TogetherScene.Device> devices)
    {
        foreach (var device in devices)
        {
            await device.Pen.LeaveAsync();
        }
    }

    private static async Task HasAllAsync(TogetherScene scene, string question, IEnumerable<string> typed)
    {
        var block = (await scene.TalkAsync()).Blocks.Single(one => one.Question == question);
        var kept = string.Join('\n', block.Suggestions.Select(one => one.Text).Prepend(block.Text));
        Assert.All(typed, word => Assert.Contains(word, kept, StringComparison.Ordinal));
    }
}
