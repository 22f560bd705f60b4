import '@xyflow/react/dist/style.css';
import './chain.css';
import { Alert, SegmentedControl, Stack, Table, Text, useComputedColorScheme } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Background, Controls, Position, ReactFlow, type Edge, type Node } from '@xyflow/react';
import { stratify, tree } from 'd3-hierarchy';
import { useMemo, useState } from 'react';
import { api, type ChainNode } from '../../api';
import { useCodes } from '../codes';
import { Awaited } from '../Page';
import { PathLink } from '../PathLink';
import { texts } from './texts';

const AGENCY = 'agency';
const NODE = { height: 56, width: 250 };

interface Place {
  id: string;
  parent: string | null;
  label: string;
}

/** The agency on top, the way down to this one, and everyone beneath it. */
function placesOf(agency: string, nodes: ChainNode[]): Place[] {
  const known = new Set(nodes.map((node) => node.id));
  return [
    { id: AGENCY, parent: null, label: agency },
    ...nodes.map((node) => ({
      id: node.id,
      parent: node.upstreamId !== undefined && known.has(node.upstreamId) ? node.upstreamId : AGENCY,
      label: node.legalName,
    })),
  ];
}

function Picture({ places, selfId }: { places: Place[]; selfId: string }) {
  const scheme = useComputedColorScheme('light');
  const { nodes, edges } = useMemo(() => {
    const root = stratify<Place>()
      .id((place) => place.id)
      .parentId((place) => place.parent)(places);
    const laidOut = tree<Place>().nodeSize([NODE.height, NODE.width])(root);
    return {
      nodes: laidOut.descendants().map(
        (at): Node => ({
          id: at.data.id,
          position: { x: at.y, y: at.x },
          data: { label: at.data.label },
          sourcePosition: Position.Right,
          targetPosition: Position.Left,
          className: at.data.id === selfId ? 'self' : '',
        }),
      ),
      edges: laidOut.links().map((link): Edge => ({ id: link.target.data.id, source: link.source.data.id, target: link.target.data.id })),
    };
  }, [places, selfId]);
  return (
    <div className="chain" role="img" aria-label={`${texts.chain}: ${places.map((place) => place.label).join(', ')}`}>
      <ReactFlow nodes={nodes} edges={edges} fitView minZoom={0.1} nodesDraggable={false} nodesConnectable={false} nodesFocusable={false} edgesFocusable={false} elementsSelectable={false} colorMode={scheme} proOptions={{ hideAttribution: true }}>
        <Background />
        <Controls showInteractive={false} />
      </ReactFlow>
    </div>
  );
}

interface ChainProps {
  relationshipId: string;
  /** The agency at whose head it begins, as the reader calls it. */
  agency: string;
  /** A day of the past, for a carrier. */
  asOf?: string | undefined;
  /** Where one of them is looked at. */
  addressOf: (id: string) => string;
}

/** Who is above and beneath, as a table that is read level by level, or as a picture. */
export default function Chain({ relationshipId, agency, asOf, addressOf }: ChainProps) {
  const codes = useCodes();
  const [look, setLook] = useState('table');
  const chain = useQuery({
    queryKey: ['relationship', relationshipId, 'chain', asOf],
    queryFn: () => api.relationshipChains.getRelationshipChain({ rootId: relationshipId, asOf }),
  });
  if (!chain.data) return <Awaited error={chain.error} retry={() => void chain.refetch()} />;
  const { nodes, truncated } = chain.data;
  return (
    <Stack>
      {truncated && <Alert variant="outline">{texts.truncated}</Alert>}
      {nodes.length === 1 && <Text c="dimmed">{texts.alone}</Text>}
      <SegmentedControl
        w="fit-content"
        aria-label={texts.chain}
        value={look}
        onChange={setLook}
        data={[
          { value: 'table', label: texts.table },
          { value: 'picture', label: texts.picture },
        ]}
      />
      {look === 'picture' ? (
        <Picture places={placesOf(agency, nodes)} selfId={relationshipId} />
      ) : (
        <Table.ScrollContainer minWidth={480} scrollAreaProps={{ viewportProps: { tabIndex: 0, role: 'region', 'aria-label': texts.chain } }}>
          <Table withTableBorder>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{texts.name}</Table.Th>
                <Table.Th>{texts.level}</Table.Th>
                <Table.Th>{texts.entityType}</Table.Th>
                <Table.Th>{texts.status}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {nodes.map((node) => (
                <Table.Tr key={node.id} {...(node.id === relationshipId ? { 'aria-current': true } : {})}>
                  <Table.Th scope="row" fw={node.id === relationshipId ? 700 : 400} pl={`${node.level * 18}px`}>
                    <PathLink to={addressOf(node.id)}>{node.legalName}</PathLink>
                  </Table.Th>
                  <Table.Td>{node.level}</Table.Td>
                  <Table.Td>{codes.label('EntityType', node.entityType)}</Table.Td>
                  <Table.Td>{codes.label('RelationshipStatus', node.status)}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
    </Stack>
  );
}
