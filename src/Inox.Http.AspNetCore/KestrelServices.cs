using System.Diagnostics;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Inox.Http.AspNetCore;

/// <summary>
/// Collects the services Kestrel is made of, and nothing else of a host. A builder, because Kestrel registers what is internal to it (its metrics, which TLS
/// asks for) only through one.
/// </summary>
internal sealed class KestrelServices : IWebHostBuilder
{
    private readonly ServiceCollection _services = new();

    public static ServiceCollection Create()
    {
        KestrelServices builder = new();
        builder._services.AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance).AddSingleton(typeof(ILogger<>), typeof(NullLogger<>));
        builder._services.AddSingleton<DiagnosticSource>(new DiagnosticListener("Inox.Http"));
        builder._services.AddMetrics().AddOptions();
        builder.UseKestrelCore();
        return builder._services;
    }

    public IWebHostBuilder ConfigureServices(Action<IServiceCollection> configureServices)
    {
        configureServices(_services);
        return this;
    }

    public IWebHostBuilder ConfigureServices(Action<WebHostBuilderContext, IServiceCollection> configureServices)
    {
        configureServices(new(), _services);
        return this;
    }

#pragma warning disable ASPDEPR008 // The interface has this member as long as it is there.
    public IWebHost Build() => throw new NotSupportedException("there is no host here");
#pragma warning restore ASPDEPR008

    public IWebHostBuilder ConfigureAppConfiguration(Action<WebHostBuilderContext, IConfigurationBuilder> configureDelegate) => this;

    public string? GetSetting(string key) => null;

    public IWebHostBuilder UseSetting(string key, string? value) => this;
}
