using Xunit;

namespace Inox.Http.Tests;

/// <summary>Mailboxes.</summary>
public sealed class ActorTests
{
    private sealed class Adder(int capacity, Task? gate = null, bool survives = true) : Actor<int>(capacity)
    {
        private int _inside;

        public int Sum { get; private set; }

        public int Ended { get; private set; }

        protected override async ValueTask ReceiveAsync(int message)
        {
            Assert.Equal(1, Interlocked.Increment(ref _inside));
            if (gate is not null) await gate;
            await Task.Yield();
            Interlocked.Decrement(ref _inside);
            if (message < 0) throw new InvalidOperationException("negative");
            Sum += message;
        }

        protected override ValueTask EndedAsync()
        {
            Ended++;
            return default;
        }

        protected override bool Survives(Exception exception) => survives;
    }

    [Fact]
    public async Task ReceivesOneAtATimeAndAllBeforeItEnds()
    {
        Adder adder = new(10_000);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() =>
        {
            for (int i = 1; i <= 1000; i++) Assert.True(adder.Tell(i));
        })));
        await adder.StopAsync();
        Assert.Equal((8 * 500_500, 1), (adder.Sum, adder.Ended));
        Assert.False(adder.Tell(1));
        Assert.False(await adder.TellAsync(1, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task MailboxesAreBounded()
    {
        TaskCompletionSource gate = new();
        Adder adder = new(2, gate.Task);
        int told = 0;
        while (told < 100 && adder.Tell(1)) told++;
        Assert.InRange(told, 2, 3);
        ValueTask<bool> waiting = adder.TellAsync(1, TestContext.Current.CancellationToken);
        gate.SetResult();
        Assert.True(await waiting);
        await adder.StopAsync();
        Assert.Equal(told + 1, adder.Sum);
    }

    [Theory]
    [InlineData(true, 3)]
    [InlineData(false, 1)]
    public async Task JudgesFailures(bool survives, int sum)
    {
        Adder adder = new(10, survives: survives);
        foreach (int message in new[] { 1, -1, 2 }) adder.Tell(message);
        if (survives) await adder.StopAsync();
        else await Assert.ThrowsAsync<InvalidOperationException>(() => adder.Completion);
        Assert.Equal((sum, 1), (adder.Sum, adder.Ended));
    }
}
