using System.Buffers;
using System.Globalization;
using System.IO.Compression;
using System.Numerics;
using System.Text;
using Inox.Bundler;

namespace Inox.Cli.Building;

/// <summary>The table of outputs with what they weigh on disk and on the wire. Maps are not sent to visitors and are left out.</summary>
internal static class SizeTable
{
    // What servers use on the fly; the highest level takes fifty times as long and would dwarf the build.
    private const int BrotliQuality = 5;
    private const int MinBrotliWindow = 10;
    private const int MaxBrotliWindow = 22;

    public static string Format(IReadOnlyList<OutputFile> outputs, Func<string, string> shown, bool useColor)
    {
        OutputFile[] rows = [.. outputs.Where(output => output.Kind is not (OutputKind.SourceMap or OutputKind.Legal))];
        if (rows.Length == 0) return "";
        Array.Sort(rows, static (a, b) => a.Kind != b.Kind ? Order(a.Kind).CompareTo(Order(b.Kind)) : b.Bytes.Length.CompareTo(a.Bytes.Length));
        (int Gzip, int Brotli)[] packed = new (int, int)[rows.Length];
        Parallel.For(0, rows.Length, i => packed[i] = (Gzip(rows[i].Bytes), Brotli(rows[i].Bytes)));
        string[] names = [.. rows.Select(row => shown(row.Path))];
        int width = Math.Max(names.Max(name => name.Length), "output".Length);
        StringBuilder text = new();
        string dim = useColor ? "\e[2m" : "", plain = useColor ? "\e[0m" : "";
        text.Append(CultureInfo.InvariantCulture, $"{dim}  {"output".PadRight(width)}  {"size",10}  {"gzip",10}  {"brotli",10}{plain}\n");
        for (int i = 0; i < rows.Length; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"  {names[i].PadRight(width)}  {Size(rows[i].Bytes.Length),10}  {Size(packed[i].Gzip),10}  {Size(packed[i].Brotli),10}\n");
        }
        return text.ToString();
    }

    public static string Size(long bytes) => bytes switch
    {
        < 1000 => string.Create(CultureInfo.InvariantCulture, $"{bytes} B"),
        < 1_000_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1000.0:F2} kB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1_000_000.0:F2} MB"),
    };

    private static int Order(OutputKind kind) => kind switch
    {
        OutputKind.Html => 0,
        OutputKind.Entry => 1,
        OutputKind.Chunk => 2,
        _ => 3,
    };

    private static int Gzip(byte[] bytes)
    {
        using MemoryStream packed = new();
        using (GZipStream gzip = new(packed, CompressionLevel.Optimal, leaveOpen: true)) gzip.Write(bytes);
        return (int)packed.Length;
    }

    private static int Brotli(byte[] bytes)
    {
        byte[] packed = ArrayPool<byte>.Shared.Rent(BrotliEncoder.GetMaxCompressedLength(bytes.Length));
        // the encoder sets aside the whole window, however little there is to look back at
        int window = Math.Clamp(BitOperations.Log2((uint)bytes.Length) + 1, MinBrotliWindow, MaxBrotliWindow);
        int length = BrotliEncoder.TryCompress(bytes, packed, out int written, BrotliQuality, window) ? written : bytes.Length;
        ArrayPool<byte>.Shared.Return(packed);
        return length;
    }
}
