using System.Buffers;
using System.Diagnostics;
using System.Globalization;
using Inox.Cli;
using Inox.Core;
using Inox.JavaScript;
using Inox.JavaScript.Printing;

// How fast files are parsed and printed, within one process: `Inox.ParseBench ROUNDS FILE...` takes all files as one job, so that many small
// ones can be measured, and writes a line of JSON with the lowest and the median round, in milliseconds, and what was allocated, in bytes.
// Best as a native binary on a quiet machine; CPU time is told beside because it holds on a busy one too.
HeapPages.UseLargePages();
int rounds = int.Parse(args[0], CultureInfo.InvariantCulture);
SourceText[] sources = [.. args[1..].Select(path => SourceText.Decode(path, File.ReadAllBytes(path)))];
ParseOptions[] options = [.. args[1..].Select(ParseOptions.ForPath)];
ParseResult[] parsed = new ParseResult[sources.Length];
Rounds parse = new(), print = new();
// Bundles are written like this: the printer's text goes to a file, there is no string of it.
using CharWriter text = new();
ArrayBufferWriter<byte> utf8 = new();
int findings = 0, printed = 0;
for (int round = 0; round < rounds; round++)
{
    Array.Clear(parsed);
    parse.Run(() =>
    {
        for (int i = 0; i < sources.Length; i++) parsed[i] = JsParser.Parse(sources[i], options[i]);
    });
    print.Run(() =>
    {
        utf8.Clear();
        foreach (ParseResult result in parsed)
        {
            text.Truncate(0);
            JsPrinter printer = new(text, PrintOptions.Default, result.Source, result.Comments);
            printer.PrintProgram(result.Program);
            text.WriteUtf8(utf8);
        }
        printed = utf8.WrittenCount;
    });
}
foreach (ParseResult result in parsed) findings += result.Diagnostics.Length;
Console.WriteLine($$"""{"files":{{sources.Length}},"characters":{{sources.Sum(source => (long)source.Text.Length)}},"findings":{{findings}},"printed":{{printed}},"parse":{{parse}},"print":{{print}}}""");

/// <summary>What the rounds of one job took.</summary>
internal sealed class Rounds
{
    private readonly List<double> _wall = [], _cpu = [];
    private long _allocated;

    public void Run(Action job)
    {
        GC.Collect();
        long before = GC.GetAllocatedBytesForCurrentThread();
        TimeSpan cpuBefore = Environment.CpuUsage.TotalTime;
        long start = Stopwatch.GetTimestamp();
        job();
        _wall.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        _cpu.Add((Environment.CpuUsage.TotalTime - cpuBefore).TotalMilliseconds);
        _allocated = GC.GetAllocatedBytesForCurrentThread() - before;
    }

    public override string ToString()
    {
        _wall.Sort();
        _cpu.Sort();
        return string.Create(CultureInfo.InvariantCulture, $$"""{"min":{{_wall[0]:f2}},"median":{{_wall[_wall.Count / 2]:f2}},"cpu":{{_cpu[0]:f2}},"allocated":{{_allocated}}}""");
    }
}
