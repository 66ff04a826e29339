using System.Diagnostics;
using Inox.Core;
using Inox.JavaScript;

// How fast files are parsed: `Inox.ParseBench ROUNDS FILE...` prints the best and the median round of each file. Best measured as a
// native binary on a quiet machine; CPU time is shown because it holds on a busy one too.
int rounds = int.Parse(args[0]);
foreach (string path in args[1..])
{
    SourceText source = SourceText.Decode(path, File.ReadAllBytes(path));
    ParseOptions options = ParseOptions.ForPath(path);
    List<double> wall = [], cpu = [];
    long allocated = 0;
    int findings = 0;
    for (int round = 0; round < rounds; round++)
    {
        GC.Collect();
        long before = GC.GetAllocatedBytesForCurrentThread();
        TimeSpan cpuBefore = Environment.CpuUsage.TotalTime;
        long start = Stopwatch.GetTimestamp();
        ParseResult result = JsParser.Parse(source, options);
        wall.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        cpu.Add((Environment.CpuUsage.TotalTime - cpuBefore).TotalMilliseconds);
        allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        findings = result.Diagnostics.Length;
    }
    wall.Sort();
    cpu.Sort();
    Console.WriteLine($"{Path.GetFileName(path)}: {wall[0]:f1} ms best, {wall[rounds / 2]:f1} ms median, {cpu[0]:f1} ms CPU best, " +
        $"{source.Text.Length / wall[0] / 1000:f0} million characters/s, {allocated / 1e6:f1} MB allocated, {findings} findings");
}
