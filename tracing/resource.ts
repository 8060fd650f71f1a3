import { defaultResource } from '@opentelemetry/resources'
import { env } from '@/env'

/** Under this name the site's own spans are recorded. */
export const scope = { name: 'back-of-house', version: env.version }

/**
 * Who recorded a span, by the semantic conventions for resources. In the
 * browser that is code of this site's, on the server OpenTelemetry's SDK.
 */
export function resourceOf(service: string): Record<string, string> {
  const sdk =
    service === 'browser'
      ? { name: scope.name, language: 'webjs', version: scope.version }
      : { name: 'opentelemetry', language: 'nodejs', version: sdkVersion() }
  return {
    'service.name': service,
    'service.namespace': scope.name,
    'service.version': scope.version,
    'telemetry.sdk.name': sdk.name,
    'telemetry.sdk.language': sdk.language,
    'telemetry.sdk.version': sdk.version,
  }
}

function sdkVersion(): string {
  return String(defaultResource().attributes['telemetry.sdk.version'])
}
