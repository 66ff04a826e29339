using System.Threading.Channels;

namespace Inox.Http;

/// <summary>
/// State of its own and a mailbox: one message at a time is received, in the order they were told, so that the state needs no lock. For what belongs to one connection, a room of a chat, a
/// document many write to. Messages are received on the pool, never on an event loop. <see cref="StopAsync"/> receives what was told before, then ends.
/// </summary>
public abstract class Actor<TMessage> : IAsyncDisposable
{
    private readonly Channel<TMessage> _mailbox;
    private readonly Task _running;

    /// <param name="capacity">Messages that may wait. A mailbox without a bound would hide that nobody keeps up.</param>
    protected Actor(int capacity = 1024)
    {
        _mailbox = Channel.CreateBounded<TMessage>(new BoundedChannelOptions(capacity) { SingleReader = true });
        // On the pool, and not before there is a message: what derives from this is not constructed yet.
        _running = Task.Run(RunAsync);
    }

    /// <summary>Ends with the actor; faulted when a message failed it.</summary>
    public Task Completion => _running;

    /// <summary>Puts a message into the mailbox; false when it is full, or the actor has ended.</summary>
    public bool Tell(TMessage message) => _mailbox.Writer.TryWrite(message);

    /// <summary>Puts a message into the mailbox, waiting for room; false when the actor has ended.</summary>
    public async ValueTask<bool> TellAsync(TMessage message, CancellationToken cancellation = default)
    {
        while (!_mailbox.Writer.TryWrite(message))
        {
            if (!await _mailbox.Writer.WaitToWriteAsync(cancellation)) return false;
        }
        return true;
    }

    /// <summary>Takes no more messages, and waits until those before are received.</summary>
    public async Task StopAsync()
    {
        _mailbox.Writer.TryComplete();
        await _running;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        GC.SuppressFinalize(this);
    }

    protected abstract ValueTask ReceiveAsync(TMessage message);

    /// <summary>After the last message, or when one has failed the actor.</summary>
    protected virtual ValueTask EndedAsync() => default;

    /// <summary>Decides what a failing message means: true to go on with the next one. An actor whose state may be broken by it ends.</summary>
    protected virtual bool Survives(Exception exception) => false;

    private async Task RunAsync()
    {
        try
        {
            await foreach (TMessage message in _mailbox.Reader.ReadAllAsync())
            {
                try
                {
                    await ReceiveAsync(message);
                }
                catch (Exception exception) when (Survives(exception))
                {
                    // The actor has judged it.
                }
            }
        }
        finally
        {
            _mailbox.Writer.TryComplete();
            await EndedAsync();
        }
    }
}
