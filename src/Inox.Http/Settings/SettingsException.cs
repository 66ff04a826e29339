namespace Inox.Http;

/// <summary>What is wrong with the settings, and where it is written.</summary>
public sealed class SettingsException(string message, Exception? inner = null) : Exception(message, inner);
