using Apprentices.Domain;
using Apprentices.Platform;
using Apprentices.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Apprentices.Features.Evaluations.Together;

/// <summary>
/// How a block of the notes is written in: taken, saved while one types, lost to another, left; and how what was typed comes back
/// after a lost connection or a lost page. What it looks like is in <c>BlockField.razor</c>.
/// </summary>
public abstract class BlockEditing : ComponentBase, IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(400);

    private readonly CancellationTokenSource gone = new();
    private BlockPage? page;
    private IDisposable? watching;
    private bool waiting;
    private string? watched;
    private bool toField;
    private bool losing;

    [Parameter, EditorRequired]
    public required ReadTogether.Details Talk { get; set; }

    /// <summary>The key of the question it belongs to.</summary>
    [Parameter, EditorRequired]
    public required string Question { get; set; }

    /// <summary>Who has the talk open.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlySet<Guid> Present { get; set; }

    /// <summary>She writes here now: she leaves the block she had before.</summary>
    [Parameter]
    public EventCallback<BlockEditing> OnTaken { get; set; }

    /// <summary>Something is different: the talk is to be read anew.</summary>
    [Parameter]
    public EventCallback OnChanged { get; set; }

    [Inject]
    private CircuitWatch Watch { get; set; } = null!;

    [Inject]
    private IJSRuntime Browser { get; set; } = null!;

    [Inject]
    private TakeBlock Take { get; set; } = null!;

    [Inject]
    private WriteBlock Write { get; set; } = null!;

    [Inject]
    private LeaveBlock Leave { get; set; } = null!;

    protected BlockPen Pen { get; private set; } = null!;

    /// <summary>The field, while she writes.</summary>
    protected ElementReference Control { get; set; }

    /// <summary>What has happened to what she typed.</summary>
    protected string? Said { get; private set; }

    protected ReadTogether.Block? Block => Talk.Blocks.FirstOrDefault(block => block.Question == Question);

    /// <summary>Who writes here; one whose device is out of reach does not.</summary>
    protected ReadTogether.Member? Writer =>
        Block?.WriterId is { } writer && Present.Contains(writer) ? Talk.Members.FirstOrDefault(member => member.Id == writer) : null;

    /// <summary>Saves, and leaves the block to whoever wants to write next.</summary>
    public Task ReleaseAsync() => DoAsync(async () =>
    {
        await Pen.LeaveAsync();
        await TellSavedAsync();
    });

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        watching?.Dispose();
        await gone.CancelAsync();
        await DoAsync(async () => await Pen.LeaveAsync());
        await (page?.DisposeAsync() ?? ValueTask.CompletedTask);
    }

    /// <summary>Takes the block; what the browser kept and is not saved comes back first, and is not typed over where it cannot.</summary>
    protected Task TakeAsync() => DoAsync(async () =>
    {
        (Said, toField) = (null, true);
        var kept = page is null ? null : await page.KeptAsync();
        await ComeBackAsync(kept);
        if (kept is null || Pen.Failed is null)
        {
            await (Pen.IsWriting ? Task.CompletedTask : Pen.TakeAsync());
            await OnTaken.InvokeAsync(this);
        }
    });

    protected void Type(ChangeEventArgs typed)
    {
        Pen.Type(typed?.Value as string ?? "");
        SaveSoon();
    }

    protected override void OnInitialized()
    {
        Pen = new BlockPen(Talk.Id, Question, Take, Write, Leave);
        watching = Watch.Watch(ConnectionAsync);
    }

    protected override async Task OnParametersSetAsync()
    {
        if (!losing && Watch.IsUp && page is not null && (Pen.IsLost(Block, Talk.ReaderId) || (Pen.IsWriting && !Talk.IsOpen)))
        {
            losing = true;
            var last = await page.StopAsync(Control) ?? Pen.Typed;
            var kept = await Pen.LoseAsync(last);
            await (Pen.Failed is null ? page.ForgetAsync() : ValueTask.CompletedTask);
            (losing, Said) = (false, LostTo(kept));
            await OnChanged.InvokeAsync();
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            page = await BlockPage.OpenAsync(Browser, $"/{Assets["Features/Evaluations/Together/BlockField.razor.js"]}", $"talk:{Talk.ReaderId}:{Talk.Id}:{Question}");
            var kept = await page.KeptAsync();
            await DoAsync(() => ComeBackAsync(kept));
        }

        // Each field that is drawn has an id of its own: until the new one is there, there is nothing to watch or to go to.
        if (page is not null && Pen.IsWriting && Control.Id is { } drawn && drawn != watched)
        {
            watched = drawn;
            await page.WatchAsync(Control);
            if (toField)
            {
                toField = false;
                await Control.FocusAsync();
            }
        }
    }

    private string LostTo(bool keptAsSuggestion) => (Writer, keptAsSuggestion) switch
    {
        _ when !Talk.IsOpen => TogetherTexts.ClosedWhileWriting,
        ({ } writer, true) => Texts.Format(TogetherTexts.LostWithWords, writer.GivenName),
        ({ } writer, false) => Texts.Format(TogetherTexts.Lost, writer.GivenName),
        (_, true) => TogetherTexts.KeptAsSuggestion,
        _ => TogetherTexts.LostToNobody,
    };

    /// <summary>Her device is out of reach: others may write here. Within reach again, what she typed meanwhile comes back.</summary>
    private Task ConnectionAsync(bool up) => InvokeAsync(() => DoAsync(async () =>
    {
        if (!up)
        {
            await Pen.LeaveAsync(comesBack: true);
        }
        else if (Pen.IsWriting && page is not null)
        {
            var before = Pen.Typings;
            await ComeBackAsync(new(Pen.NewerOf((await page.KeptAsync())?.Text, before), Pen.Seen));
        }
    }));

    private async Task ComeBackAsync(BlockPage.Kept? kept)
    {
        if (kept is null)
        {
            return;
        }

        Said = await Pen.ComeBackAsync(kept.Text, kept.Seen) ? TogetherTexts.CameBack : TogetherTexts.KeptAsSuggestion;
        await (Pen.Failed is null ? page!.SavedAsync(Pen.IsWriting ? kept.Text : Pen.Typed) : ValueTask.CompletedTask);
        if (Pen.IsWriting)
        {
            SaveSoon();
            await OnTaken.InvokeAsync(this);
        }

        await OnChanged.InvokeAsync();
        StateHasChanged();
    }

    /// <summary>Not put off by further typing, so that the others see it grow.</summary>
    private void SaveSoon()
    {
        if (!waiting)
        {
            waiting = true;
            _ = SaveAfterAsync();
        }
    }

    private async Task SaveAfterAsync()
    {
        await Task.Delay(Pause, gone.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!gone.IsCancellationRequested)
        {
            await InvokeAsync(() => DoAsync(SaveAsync));
        }
    }

    private async Task SaveAsync()
    {
        waiting = false;
        if (!await Pen.SaveAsync())
        {
            Said = TogetherTexts.KeptAsSuggestion;
            await OnChanged.InvokeAsync();
        }

        await TellSavedAsync();
        if (Pen.IsUnsaved)
        {
            SaveSoon();
        }
    }

    private async Task TellSavedAsync()
    {
        if (page is not null && Pen.Failed is null && !Pen.IsUnsaved)
        {
            await page.SavedAsync(Pen.Typed);
        }
    }

    private async Task DoAsync(Func<Task> act)
    {
        try
        {
            await act();
        }
        catch (Exception failure) when (BlockPen.SentenceOf(failure) is { } sentence)
        {
            Said = sentence;
        }

        if (!gone.IsCancellationRequested)
        {
            StateHasChanged();
        }
    }
}
