namespace Inox.Http;

/// <summary>The <c>Date</c> line, written once a second.</summary>
internal sealed class DateField
{
    private readonly byte[] _line = new byte["Date: Thu, 01 Jan 1970 00:00:00 GMT\r\n".Length];
    private long _second = -1;

    public ReadOnlySpan<byte> Line => _line;

    public DateField() => Refresh();

    public void Refresh()
    {
        DateTime now = DateTime.UtcNow;
        long second = now.Ticks / TimeSpan.TicksPerSecond;
        if (second == _second) return;
        _second = second;
        "Date: "u8.CopyTo(_line);
        HttpDate.Write(now, _line.AsSpan(6));
        "\r\n"u8.CopyTo(_line.AsSpan(6 + HttpDate.Length));
    }
}
