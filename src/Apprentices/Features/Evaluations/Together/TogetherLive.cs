using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.AspNetCore.Components;

namespace Apprentices.Features.Evaluations.Together;

/// <summary>
/// How the page of a talk stays as the talk is: it sits in the talk's channel, reads anew what it hears of, and is gone for one
/// who may not read it any more. What it looks like is in <c>TogetherPage.razor</c>.
/// </summary>
public abstract class TogetherLive : ComponentBase, IDisposable
{
    private TalkSeat? seat;
    private IDisposable? watching;
    private bool reading;
    private bool readMore;
    private bool gone;

    [Parameter]
    public Guid Id { get; set; }

    [Inject]
    private ReadTogether Read { get; set; } = null!;

    [Inject]
    private TalkChannel Channel { get; set; } = null!;

    [Inject]
    private CircuitWatch Watch { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    /// <summary>The talk as it was read last.</summary>
    protected ReadTogether.Details? Talk { get; private set; }

    /// <summary>Who has it open.</summary>
    protected IReadOnlySet<Guid> Present => Channel.Present(Id);

    public void Dispose()
    {
        GC.SuppressFinalize(this);
        gone = true;
        watching?.Dispose();
        seat?.Dispose();
    }

    protected override async Task OnInitializedAsync()
    {
        await ReadAsync();
        if (Talk is not null && !gone)
        {
            seat = Channel.Take(Id, Talk.ReaderId, Heard);
            watching = Watch.Watch(ConnectionAsync);
        }
    }

    /// <summary>Reads it; what comes while it is being read is read after it, once.</summary>
    protected async Task ReadAsync()
    {
        if (reading)
        {
            readMore = true;
            return;
        }

        reading = true;
        try
        {
            do
            {
                readMore = false;
                Talk = await Read.RunAsync(Id, again: Talk is { } seen && (seen.IsBegun || seen.State != EvaluationState.Planned));
            }
            while (readMore && !gone && Talk is not null);
        }
        catch (NotThereException)
        {
            Talk = null;
        }
        finally
        {
            reading = false;
        }

        if (Talk is null)
        {
            Navigation.NotFound();
        }

        StateHasChanged();
    }

    /// <summary>Told from another thread; it only asks for the next turn.</summary>
    private void Heard(TalkTopic topic)
    {
        if (!gone)
        {
            _ = InvokeAsync(() => topic is TalkTopic.Written or TalkTopic.ReadAnew && !gone ? ReadAsync() : LookAsync());
        }
    }

    private Task LookAsync()
    {
        StateHasChanged();
        return Task.CompletedTask;
    }

    /// <summary>Her device is out of reach: the others see her go, and can write where she wrote.</summary>
    private Task ConnectionAsync(bool up) => InvokeAsync(async () =>
    {
        seat?.Dispose();
        seat = up && Talk is not null ? Channel.Take(Id, Talk.ReaderId, Heard) : null;
        if (up)
        {
            await ReadAsync();
        }
    });
}
