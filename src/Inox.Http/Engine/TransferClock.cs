namespace Inox.Http;

/// <summary>
/// Measures one direction of a transfer, counting only the time spent waiting for the client. A client gets the grace, then the minimal rate; what it sent
/// quickly before earns no more than <see cref="MaxCredit"/>.
/// </summary>
internal struct TransferClock
{
    private const long MaxCredit = 60_000;

    private long _bytes;
    private long _waited;
    private long _waitStart;

    public void Add(int count) => _bytes += count;

    /// <summary>The time by which the client must have moved.</summary>
    public long BeginWait(long now, HttpLimits limits)
    {
        _waitStart = now;
        long earned = (long)limits.TransferGrace.TotalMilliseconds + _bytes * 1000 / limits.MinTransferRate - _waited;
        return now + Math.Clamp(earned, 0, MaxCredit);
    }

    public void EndWait(long now) => _waited += now - _waitStart;
}
