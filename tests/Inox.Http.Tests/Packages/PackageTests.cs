using System.Diagnostics;
using System.Net;
using Inox.Testing;
using Xunit;

namespace Inox.Http.Tests;

/// <summary>
/// The packages as users get them: packed into a folder that is the only source, referenced by programs outside of this checkout, which are built, started and asked.
/// </summary>
public sealed class PackageTests
{
    private const string Project = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>net10.0</TargetFramework>
            <Nullable>enable</Nullable>
            <ImplicitUsings>enable</ImplicitUsings>
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="{0}" Version="*-*" />
          </ItemGroup>
        </Project>
        """;

    // A package folder of its own: that of the machine may hold an older one of the same version. What others made, which this checkout was built with, comes from there all the same.
    private static readonly string s_configuration = $"""
        <configuration>
          <config><add key="globalPackagesFolder" value="packages" /></config>
          <fallbackPackageFolders><add key="machine" value="{MachinePackages}" /></fallbackPackageFolders>
          <packageSources><clear /><add key="local" value="feed" /></packageSources>
        </configuration>
        """;

    private static string MachinePackages =>
        Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task FirstProgramOfTheReadmeRunsFromThePackages()
    {
        string program = File.ReadAllText(Repository.At("src/Inox.Http/README.md")).Split("```csharp\n")[1].Split("```")[0];
        using TempFolder folder = new();
        folder.Write("nuget.config", s_configuration);
        folder.Write("own/own.csproj", string.Format(Project, "Inox.Http"));
        folder.Write("own/Program.cs", program);
        // The second package brings the first one, and its generator.
        folder.Write("kestrel/kestrel.csproj", string.Format(Project, "Inox.Http.AspNetCore"));
        folder.Write("kestrel/Program.cs", program.Replace("HttpApp(Routes.Table)", "HttpApp(Routes.Table) { Engine = new Inox.Http.AspNetCore.KestrelEngine() }", StringComparison.Ordinal));
        folder.Write("packages.slnx", Solution(Repository.At("src/Inox.Http/Inox.Http.csproj"), Repository.At("src/Inox.Http.AspNetCore/Inox.Http.AspNetCore.csproj")));
        WriteTemplate(folder);
        folder.Write("programs.slnx", Solution("own/own.csproj", "kestrel/kestrel.csproj", "shop/Shop.csproj"));
        await DotnetAsync(folder.Root, "pack", "packages.slnx", "--no-build", "-c", "Release", "-p:InoxLibraryFrameworks=net10.0", $"-p:PackageOutputPath={folder["feed"]}");
        await DotnetAsync(folder.Root, "build", "programs.slnx", "-p:RunAnalyzers=false");
        foreach (string each in new[] { "own", "kestrel" })
        {
            await StartedProgram.AskAsync(folder[$"{each}/bin/Debug/net10.0/{each}"], [], async client =>
            {
                Assert.Equal("Hello, Ada! Hello, Ada! ", await client.GetStringAsync("/hello/Ada?times=2", Cancel));
                using HttpResponseMessage wrong = await client.GetAsync("/hello/Ada?times=two", Cancel);
                Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
            });
        }
        await StartedProgram.AskAsync(folder["shop/bin/Debug/net10.0/Shop"], [], async client =>
        {
            using HttpResponseMessage added = await client.PostAsync("/items", new StringContent("""{"name":"Tea"}""", System.Text.Encoding.UTF8, "application/json"), Cancel);
            Assert.Equal((HttpStatusCode.Created, "/items/1"), (added.StatusCode, added.Headers.Location?.ToString()));
            Assert.Equal("""[{"id":1,"name":"Tea"}]""", await client.GetStringAsync("/items", Cancel));
        });
    }

    // As `inox new api shop` writes it.
    private static void WriteTemplate(TempFolder folder)
    {
        foreach (string path in Directory.GetFiles(Repository.At("src/Inox.Cli/Templates/api")))
        {
            string text = File.ReadAllText(path).Replace("PROJECT", "Shop", StringComparison.Ordinal).Replace("VERSION", "*-*", StringComparison.Ordinal);
            folder.Write($"shop/{Path.GetFileName(path).Replace("PROJECT", "Shop", StringComparison.Ordinal).Replace(".template", "", StringComparison.Ordinal)}", text);
        }
    }

    private static string Solution(params string[] projects) => $"<Solution>{string.Concat(projects.Select(path => $"<Project Path=\"{path}\" />"))}</Solution>";

    private static async Task DotnetAsync(string folder, string command, params string[] arguments)
    {
        ProcessStartInfo start = new("dotnet", [command, .. arguments, "--nologo", "-v", "q", "-nodeReuse:false"]) { WorkingDirectory = folder, RedirectStandardOutput = true };
        using Process process = Process.Start(start)!;
        string output = await process.StandardOutput.ReadToEndAsync(Cancel);
        await process.WaitForExitAsync(Cancel);
        Assert.True(process.ExitCode == 0, $"dotnet {command} ended with {process.ExitCode}\n{output}");
    }
}
