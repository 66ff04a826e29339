namespace Inox.Core;

/// <summary>The engines that compatibility data tells apart, in the order of <see cref="BrowserReleases.Rows"/>. <see cref="Android"/> is Chrome there.</summary>
public enum Engine : byte { Android, Bun, Chrome, Deno, Edge, Firefox, FirefoxAndroid, Ie, Ios, Node, Opera, OperaMobile, Safari, Samsung }
